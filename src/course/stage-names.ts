/** The stages of a lesson, in their order. */
export const stageNames = ['symptom', 'observe', 'diagnose', 'fix', 'prove', 'compare', 'transfer'] as const;
export type StageName = (typeof stageNames)[number];
