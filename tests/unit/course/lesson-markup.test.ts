import { describe, expect, test } from 'vitest';
import { markupProblems } from '../../../src/course/lesson-markup.ts';
import { told } from '../../../src/course/problem.ts';

const problemsOf = (text: string) => markupProblems('lesson.svx', text).map(told);

describe('the text of a lesson may hold', () => {
  const cases: [string, string][] = [
    ['braces and tags in code', 'A set `{1}`, ``{`a`}`` and `<Foo>`.'],
    [
      'braces, scripts and tags in a block of code',
      '```python\nx = {"a": "<script>"}\n```\n\n~~~text\n<Foo>{}\n~~~',
    ],
    ['whatever is in front matter', '---\ntitle: "{x} <Foo>"\n---\n\nText.'],
    ['whatever is in a comment', 'Text.\n\n<!-- <Foo> {x} -->'],
    ['components within each other', '<Stage name="fix" title="T">\n\n<Fixes />\n\n</Stage>'],
    ['attributes in several lines', '<Curve\n  of="starter"\n  caption="a > b, it’s so"\n/>'],
    [
      'an attribute without a value',
      '<Predict question="Q" id="q">\n<Option label="A" right>\n</Option>\n</Predict>',
    ],
    [
      'a number that begins a line within a paragraph',
      'About\n<Measured of="starter" figure="units" /> of them.',
    ],
    ['elements of HTML', 'Press <kbd>Tab</kbd>.<br>'],
  ];
  test.each(cases)('%s', (_name, text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('each problem names the line and what to do', () => {
  const cases: [string, string, string[]][] = [
    [
      'a script, whatever is in it',
      "---\ntitle: T\n---\n\n<script>\n  import { a } from 'b';\n</script>\n\nText.",
      ['line 5: has a script; take it out: the build imports the components that a lesson uses.'],
    ],
    [
      'a script that is not closed',
      'Text.\n\n<script lang="ts">\nlet x = {',
      ['line 3: has a script; take it out: the build imports the components that a lesson uses.'],
    ],
    [
      'an unknown component',
      'Text.\n\n<Foo />',
      [
        'line 3: there is no <Foo>; a lesson may use Aside, Behaviour, Curve, Decoys, Fixes, Hint, Measured, Option, Predict, Program, Sources, Stage, Term.',
      ],
    ],
    [
      'a component that is for pages',
      'Of <LessonProse />',
      [
        'line 1: there is no <LessonProse>; a lesson may use Aside, Behaviour, Curve, Decoys, Fixes, Hint, Measured, Option, Predict, Program, Sources, Stage, Term.',
      ],
    ],
    [
      'attributes that are missing',
      '<Hint>\n\nText.\n\n</Hint>',
      ['line 1: <Hint> needs grade="...".', 'line 1: <Hint> needs title="...".'],
    ],
    [
      'an attribute that is misspelt',
      'It kept <Measured of="starter" figure="units" digit="0" />.',
      ['line 1: <Measured> has no digit; it takes of, figure, unit, digits.'],
    ],
    [
      'an attribute of a component that takes none',
      '<Fixes of="starter" />',
      ['line 1: <Fixes> has no of; it takes nothing.'],
    ],
    [
      'a component that is not closed in its stage',
      '<Stage name="fix" title="T">\n\n<Aside title="A">\n\nText.\n\n</Stage>',
      ['line 3: <Aside> is still open at </Stage> in line 7; close it before.'],
    ],
    ['a component that is never closed', '<Aside title="A">\n\nText.', ['line 1: <Aside> is never closed.']],
    ['a closing tag too many', 'Text.\n\n</Aside>', ['line 3: </Aside> closes nothing; take it out.']],
    [
      'braces in prose',
      'Set {x} here,\n\nand {\n',
      [
        'line 1: has a brace outside code; put it in backquotes.',
        'line 3: has a brace outside code; put it in backquotes.',
      ],
    ],
    [
      'a paragraph that begins with a component for sentences',
      'Text.\n\n<Measured of="starter" figure="units" /> are *many*.',
      ['line 3: begins a paragraph with <Measured>; put a word before it.'],
    ],
    [
      'several at once, in the order of their lines',
      '{\n\n<Foo>\n\n</Foo>\n\n<Curve />\n\n<script>',
      [
        'line 1: has a brace outside code; put it in backquotes.',
        'line 3: there is no <Foo>; a lesson may use Aside, Behaviour, Curve, Decoys, Fixes, Hint, Measured, Option, Predict, Program, Sources, Stage, Term.',
        'line 7: <Curve> needs of="...".',
        'line 9: has a script; take it out: the build imports the components that a lesson uses.',
      ],
    ],
  ];
  test.each(cases)('%s', (_name, text, messages) => {
    expect(problemsOf(text)).toEqual(messages.map((message) => `lesson.svx: ${message}`));
  });
});
