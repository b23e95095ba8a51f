import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A fresh folder in `out/`, on the disk of the project: the temporary folder of a system may be memory. */
export function scratch(): string {
  const out = new URL('../../out', import.meta.url).pathname
  mkdirSync(out, { recursive: true })
  const folder = mkdtempSync(join(out, 'bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
