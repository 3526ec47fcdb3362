/** Hands it to the learner as a file in their downloads. */
export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // WebKit reads the file only some time later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
