import { expect, test } from 'vitest';
import { shortPaths } from '../../../../src/workbench/wording/short-paths.ts';

test.each([
  ['/lib/python3.14/site-packages/werkzeug/wrappers/request.py:412', 'werkzeug/wrappers/request.py:412'],
  ['  File "/lib/python314.zip/asyncio/events.py", line 94', '  File "asyncio/events.py", line 94'],
  ['/usr/lib/python3/dist-packages/yaml/nodes.py', '/usr/lib/python3/dist-packages/yaml/nodes.py'],
  ['/opt/venv/lib/python3.12/site-packages/flask/app.py:9', 'flask/app.py:9'],
  ['/home/learner/history.py:40: size=12 KiB', 'history.py:40: size=12 KiB'],
  ['/sandbox/workload.py', 'workload.py'],
  ['the folder /lib/python3.14/site-packages/ itself', 'the folder /lib/python3.14/site-packages/ itself'],
  ['/home/learner/notes.txt', '/home/learner/notes.txt'],
  ['GET /home/learner/ 200', 'GET /home/learner/ 200'],
])('%s is shown as %s', (long, short) => {
  expect(shortPaths(long)).toBe(short);
});
