import { expect, test } from 'vitest';
import { readListing, type Listing } from '../../../src/offline/listing.ts';
import { neededFor } from '../../../src/offline/needed.ts';

const flask = { packages: ['flask'], preload: [] };
const plain = { packages: [], preload: [] };
const listing: Listing = {
  build: 'b1',
  files: [{ name: 'a.00000000.js', bytes: 3, integrity: 'sha256-x' }],
  pages: Object.fromEntries(
    [
      '',
      'lessons/',
      'lessons/one/',
      'lessons/two/',
      'paths/short/',
      'paths/own/',
      'paths/lessons.json',
      'paths/lessons/one.json',
    ].map((path) => [path, 10]),
  ),
  lessons: { one: plain, two: flask },
};

test('a path needs its own pages, those of its lessons, the lists, all files, and each stack', () => {
  const { pages, files, stacks } = neededFor({ id: 'short', slugs: ['two'] }, listing);
  expect(pages).toEqual(['', 'offline.json', 'lessons/', 'paths/short/', 'lessons/two/']);
  expect(files).toBe(listing.files);
  expect(stacks).toEqual([flask]);
});

test('a path of a team’s own needs what it is opened with, too', () => {
  const { pages } = neededFor({ id: 'own', slugs: ['one'] }, listing);
  expect(pages).toEqual(
    expect.arrayContaining(['paths/own/', 'paths/lessons.json', 'paths/lessons/one.json', 'lessons/one/']),
  );
});

test('a lesson that the site no longer has is named', () => {
  expect(() => neededFor({ id: 'short', slugs: ['gone'] }, listing)).toThrow('no lesson "gone" any more');
});

test('a list is read as it was written', () => {
  expect(readListing(JSON.stringify(listing))).toEqual(listing);
});

test.each([
  ['<!doctype html>', /something else in place of offline\.json/],
  [JSON.stringify({ ...listing, files: [{ name: 1 }] }), /does not fit this page \(files\.0/],
])('what is no list is told', (text, sentence) => {
  expect(() => readListing(text)).toThrow(sentence);
});
