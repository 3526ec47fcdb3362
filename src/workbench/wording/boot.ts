import { words } from '#words/boot';
import { language } from '#words/language';
import type { Boot } from '../../runtime/protocol.ts';

export function bootSentence(boot: Boot): string {
  switch (boot.kind) {
    case 'downloading':
      return boot.totalBytes > 0
        ? words.downloadingOf(megabytes(boot.loadedBytes), megabytes(boot.totalBytes))
        : words.downloading;
    case 'starting':
      return boot.from === 'snapshot' ? words.wakingUp : words.starting;
    case 'idle':
    case 'ready':
    case 'unavailable':
      return words[boot.kind];
    default:
      return boot satisfies never;
  }
}

/** By itself: a page that is only read does without what words quantities. */
function megabytes(bytes: number): string {
  return (bytes / 1e6).toLocaleString(language.locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}
