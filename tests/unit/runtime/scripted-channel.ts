import type { ProgramCommand, Signal } from '../../../src/runtime/protocol.ts';
import type { Channel } from '../../../src/runtime/runner.ts';

type WithoutRunId<T> = T extends unknown ? Omit<T, 'runId'> : never;
export type Reply = WithoutRunId<Signal>;

/** A channel to an interpreter that says what the test has it say. */
export function scriptedChannel(onCommand: (command: ProgramCommand) => void = () => undefined) {
  const { promise: failed, resolve: fail } = Promise.withResolvers<string>();
  let listener = (_text: string): void => undefined;
  const script = {
    commands: [] as ProgramCommand[],
    ends: 0,
    fail,
    sayText: (text: string) => listener(text),
    /** A signal of the latest command. */
    say: (reply: Reply) => listener(JSON.stringify({ ...reply, runId: script.commands.at(-1)?.runId })),
    channel: {
      post(text) {
        const command = JSON.parse(text) as ProgramCommand;
        script.commands.push(command);
        onCommand(command);
      },
      on: (newListener) => (listener = newListener),
      failed,
      end: () => void (script.ends += 1),
    } satisfies Channel,
  };
  return script;
}
