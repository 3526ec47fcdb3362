/** Hands bytes to the learner as a file in their downloads. */
export function save(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // WebKit reads the file only some time later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
