/** What a team may begin with; it opens as it stands. */
export const EXAMPLE = `title: Our first week
for: For new colleagues who will be on call.
steps:
  - lesson: line-or-plateau
    why: Our dashboards show resident memory.
  - lesson: flask-cache-by-client
    stages: [symptom, observe]
    minutes: 8
    why: Our load test has one client, too.
    show: Ask which of our caches has no limit.
afterwards:
  - Read our memory dashboard.
  - Say what our load test does not show.
`;
