import { RuleTester } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import { describe, it } from 'vitest';
import { saidByKey } from '../../../../tools/suites/said-by-key.js';

RuleTester.describe = describe;
RuleTester.it = it;

const loose = (text: string) => [{ messageId: 'loose', data: { text: JSON.stringify(text) } }];

new RuleTester().run('said-by-key in modules', saidByKey, {
  valid: [
    'say(words.checkAgain)',
    "element.className = 'site-header wide'",
    "const mark = 'Ctrl'",
    "import a from 'Some Where'",
    "throw new Error('The frame has no window.')",
    "const id = 'sha256-abc def'",
    "const name = 'Leaklab'",
  ],
  invalid: [
    { code: "say('Another seed may tell.')", errors: loose('Another seed may tell.') },
    { code: 'say(`The server answered ${status}.`)', errors: loose('The server answered 0.') },
    { code: "fail(new Error('The file is empty.'))", errors: loose('The file is empty.') },
    { code: "const no = () => 'None is kept.'", errors: loose('None is kept.') },
  ],
});

const parser = svelte.configs.base.find(({ languageOptions }) => languageOptions?.parser)?.languageOptions
  ?.parser;
if (!parser) throw new Error('eslint-plugin-svelte names no parser.');

new RuleTester({ languageOptions: { parser } }).run('said-by-key in components', saidByKey, {
  valid: [
    '<p>{words.empty}</p>',
    '<code>gc.collect()</code>',
    '<button aria-label={words.close}>×</button>',
    '<p class="Some name">{count}&nbsp;MiB</p>',
  ],
  invalid: [
    { code: '<p>Nothing yet</p>', errors: loose('Nothing yet') },
    { code: '<button aria-label="Close">×</button>', errors: loose('Close') },
    { code: "<p>{open ? 'Show less of it' : ''}</p>", errors: loose('Show less of it') },
  ],
});
