/** The stages of a lesson, by the names that they have in addresses. */
export const words = {
  symptom: 'symptom',
  observe: 'observe',
  diagnose: 'diagnose',
  fix: 'fix',
  prove: 'prove',
  compare: 'compare',
  transfer: 'transfer',
};
