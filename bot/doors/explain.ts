import { DatabaseUnusable } from '../../storage/database.ts'
import { UnusableSettings } from '../unusable-settings.ts'
import { RosterFaults } from './roster-files.ts'
import { TranscriptFault } from './transcript.ts'

/** What the person at the terminal should read of an error: our own words, or what the system's code means. */
export function explain(error: unknown): string {
  if ([DatabaseUnusable, RosterFaults, TranscriptFault, UnusableSettings].some(kind => error instanceof kind))
    return (error as Error).message
  const { code, path } = error as { code?: string; path?: string }
  if (code === 'ENOENT') return `找不到“${path}”，请检查路径。`
  if (code === 'EISDIR' || code === 'ENOTDIR') return `“${path}”不是所需的文件或目录，请检查路径。`
  if (code === 'EACCES' || code === 'EPERM') return `没有读写“${path}”的权限。`
  if (code?.startsWith('ERR_PARSE_ARGS')) return '参数有误，请对照 README 的用法。'
  return String(error)
}
