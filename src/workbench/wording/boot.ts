import type { Boot } from '../../runtime/protocol.ts';

export function bootSentence(boot: Boot): string {
  switch (boot.kind) {
    case 'idle':
      return 'Python starts when you need it';
    case 'downloading':
      return boot.totalBytes > 0
        ? `Python is loading: ${megabytes(boot.loadedBytes)} of ${megabytes(boot.totalBytes)} MB`
        : 'Python is loading';
    case 'starting':
      return boot.from === 'snapshot' ? 'Python is waking up' : 'Python is starting';
    case 'ready':
      return 'Python is ready';
    case 'unavailable':
      return 'Python could not be loaded';
    default:
      return boot satisfies never;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
