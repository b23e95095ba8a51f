/** What the source tree promises: layers, late loading, one clock, short files. */
import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
/** Each imports only from itself and from those before it. */
const layers = ['reports', 'storage', 'commands', 'bot']

interface Import {
  specifier: string
  kind: 'static' | 'type' | 'dynamic'
}

const name = String.raw`[\w$]+`
const braces = String.raw`\{[^}]*\}`
const imported = String.raw`(?:${name}\s*,\s*)?(?:${name}|${braces}|\*\s*as\s+${name})`
const exported = String.raw`(?:${braces}|\*(?:\s*as\s+${name})?)`
const statement = new RegExp(
  String.raw`^\s*(?:import\s+(type\s+(?!from\b))?${imported}|export\s+(type\s+)?${exported})\s*from\s*['"]([^'"]+)['"]`,
  'gm',
)
const bare = /^\s*import\s*['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g

function importsOf(text: string): Import[] {
  return [
    ...[...text.matchAll(statement)].map(
      ([, type, typeExport, specifier]): Import => ({
        specifier: specifier!,
        kind: type || typeExport ? 'type' : 'static',
      }),
    ),
    ...[...text.matchAll(bare)].map(([, specifier]): Import => ({ specifier: specifier!, kind: 'static' })),
    ...[...text.matchAll(dynamic)].map(
      ([, specifier]): Import => ({ specifier: specifier!, kind: 'dynamic' }),
    ),
  ]
}

const files = globSync(
  layers.map(layer => `${layer}/**/*.ts`),
  { cwd: root },
).map(path => {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, layer: path.split('/')[0]!, text, imports: importsOf(text) }
})
type File = (typeof files)[number]

/** `path -> specifier` of every import that breaks a rule. */
const importsThat = (breaks: (found: Import, file: File) => boolean): string[] =>
  files.flatMap(file =>
    file.imports.filter(found => breaks(found, file)).map(({ specifier }) => `${file.path} -> ${specifier}`),
  )

/** Whether a specifier means one of the packages, or a part of one. */
const isOf = (packages: string[], specifier: string) =>
  packages.some(name => specifier === name || specifier.startsWith(`${name}/`))

describe('imports', () => {
  test('are all found, whatever their form', () => {
    const text = `
import a from 'a'
import type { B } from "b"
import c, { type C } from 'c'
import {
  d,
} from 'd'
import * as e from 'e'
import 'f'
export * from 'g'
export type { H } from 'h'
export { i } from './i.ts'
const j = await import('j')
import type K from 'k'
export const from = 'nowhere'
`
    const found = importsOf(text).map(({ specifier, kind }) => `${specifier} ${kind}`)
    expect(found.sort()).toEqual([
      './i.ts static',
      'a static',
      'b type',
      'c static',
      'd static',
      'e static',
      'f static',
      'g static',
      'h type',
      'j dynamic',
      'k type',
    ])
    for (const layer of layers) expect(files.some(file => file.layer === layer)).toBe(true)
  })

  test('go one way: reports <- storage <- commands <- bot', () => {
    const upward = importsThat(({ specifier }, { path, layer }) => {
      if (!specifier.startsWith('.')) return false
      const target = posix.join(posix.dirname(path), specifier).split('/')[0]!
      return !layers.includes(target) || layers.indexOf(target) > layers.indexOf(layer)
    })
    expect(upward).toEqual([])
  })

  test('leave reports/ pure: no files, no network, no timers', () => {
    const io = ['fs', 'net', 'http', 'https', 'child_process', 'timers']
    const impure = importsThat(
      ({ specifier }, { layer }) => layer === 'reports' && isOf(io, specifier.replace(/^node:/, '')),
    )
    expect(impure).toEqual([])
  })

  test('keep wechaty in its adapter', () => {
    const elsewhere = importsThat(
      ({ specifier }, { path }) =>
        !path.startsWith('bot/adapters/wechaty/') && /^(wechaty(-[^/]+)?|wechat4u)(\/|$)/.test(specifier),
    )
    expect(elsewhere).toEqual([])
  })

  test('load large libraries late', () => {
    const large = ['exceljs', 'echarts', '@napi-rs/canvas', 'wechaty', 'docx']
    const early = importsThat(({ specifier, kind }) => kind === 'static' && isOf(large, specifier))
    expect(early).toEqual([])
  })
})

test('only bot/ looks at the clock: the time is passed in', () => {
  const comment = /^\s*(?:\*|\/\*|\/\/).*$/gm
  const looks = files
    .filter(({ layer }) => layer !== 'bot')
    .flatMap(({ path, text }) =>
      [...text.replace(comment, '').matchAll(/\bnew Date(?:\(\s*\)|(?!\s*\())|\bDate\.now\b/g)].map(
        ([found]) => `${path}: ${found}`,
      ),
    )
  expect(looks).toEqual([])
})

test('no file is longer than 250 lines', () => {
  const lengths = files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([])
})
