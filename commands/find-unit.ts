import { refuse } from './command.ts'
import type { Directory } from './directory.ts'

/** The unit that is meant by a name as written; refuses with those that it may have meant. `noun`: what it is here. */
export function findUnit(
  written: string,
  scope: string | null,
  { gazetteer }: Directory,
  noun = '单位',
): string {
  const found = gazetteer.resolve(written, scope)
  if (found.kind === 'found') return found.unit
  const near = found.kind === 'ambiguous' ? found.candidates : found.nearest
  const candidates = near.length === 0 ? '' : `是否为：${near.join('、')}？`
  return refuse(`未能确定${noun}“${written.slice(0, 20)}”。${candidates}`)
}
