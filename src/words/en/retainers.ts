/** Who holds what survived. */
export const words = {
  none: 'No name, frame or container was found that holds it.',
  one: 'One',
  reachedFrom: ' reached from ',
  held: (bytes: string) => `, ${bytes} held`,
  storedAt: 'stored at',
  draw: 'Draw it',
  drawAll: 'Draw them',
  picture: 'From the roots to what survived',
  survivors: (count: string, bytes: string) => `${count} alive, ${bytes}`,
};
