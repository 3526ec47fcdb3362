/** Whether a drag carries files: text that is dragged about is nothing to open. */
export function holdsFiles(event: Event): event is DragEvent {
  return event instanceof DragEvent && (event.dataTransfer?.types.includes('Files') ?? false);
}

/**
 * Hands over what is dropped anywhere on the page; `over` hears whether files hang above it. To be called is what takes
 * it back.
 */
export function takeDroppedFiles(
  open: (files: readonly File[]) => void,
  over: (is: boolean) => void,
): () => void {
  const dragged = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    over(true);
  };
  // From one element to the next it leaves too, and has somewhere to go.
  const left = (event: DragEvent) => over(event.relatedTarget !== null);
  const dropped = (event: DragEvent) => {
    over(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    open([...(event.dataTransfer?.files ?? [])]);
  };
  window.addEventListener('dragover', dragged);
  window.addEventListener('dragleave', left);
  window.addEventListener('drop', dropped);
  return () => {
    window.removeEventListener('dragover', dragged);
    window.removeEventListener('dragleave', left);
    window.removeEventListener('drop', dropped);
  };
}

/** What is chosen in a field, which can choose the same files once more. */
export function chosenFiles(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}
