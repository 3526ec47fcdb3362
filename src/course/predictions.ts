import { stageNames, type StageName } from './stage-names.ts';

/** A question of a lesson to answer before the run. What it says is as its author wrote it. */
export type Prediction = {
  id: string;
  stage: StageName;
  question: string;
  options: readonly { label: string; right: boolean; answer: string }[];
};

const attributes = String.raw`((?:\s(?:"[^"]*"|'[^']*'|[^"'>])*)?)`;
const element = (name: string) => new RegExp(`<${name}${attributes}>([\\s\\S]*?)</${name}>`, 'g');

/** The predictions in the text of a lesson that has no problems, in their order. */
export function predictionsIn(text: string): Prediction[] {
  return [...text.matchAll(element('Stage'))].flatMap(([, stage = '', within = '']) => {
    const name = stageNames.find((known) => known === attribute(stage, 'name'));
    if (name === undefined) return [];
    return [...within.matchAll(element('Predict'))].map(([, predict = '', inner = '']) => ({
      id: attribute(predict, 'id'),
      stage: name,
      question: attribute(predict, 'question'),
      options: [...inner.matchAll(element('Option'))].map(([, option = '', answer = '']) => ({
        label: attribute(option, 'label'),
        right: /\sright\s*$/.test(option.replace(/"[^"]*"|'[^']*'/g, '""')),
        answer: answer.trim(),
      })),
    }));
  });
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(String.raw`\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found?.[1] ?? found?.[2] ?? '';
}
