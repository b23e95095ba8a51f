import { tidyText } from '../../reports/commentary/tidy-text.ts'
import { isOpen, isOverdue, openStates, type TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Unit } from '../../reports/roster/roster.ts'
import { businessDate } from '../../reports/time.ts'
import { trackedHazards } from '../../storage/tracked-hazards.ts'
import { type Context, refuse } from '../command.ts'
import { readGrounds } from '../escalation/read-grounds.ts'
import { findUnit } from '../find-unit.ts'
import { findHazard } from '../hazards/find-hazard.ts'
import { divisionsText, standingTo } from '../hazards/standing-to.ts'
import { readNote } from '../read-note.ts'
import { firstWord } from '../text-after.ts'
import type { LetterRequest } from './read-facts.ts'

/** Reads <单位> [隐患编号…] [说明]; refuses with what to write. */
export async function readRequest(said: string, context: Context): Promise<LetterRequest> {
  const { word, rest } = firstWord(said)
  const unit = context.directory.unit(findUnit(word, null, context.directory))!
  if (unit.level === 'province')
    refuse('提示函发给市（州）、县（市、区）政府，请写明单位，例如“/提示函 四平市铁东区”。')
  const { numbers, behind } = splitNumbers(rest)
  const note = readNote(behind)
  const hazards =
    numbers.length > 0 ? await named(numbers, unit, context) : await urgentHazards(unit, context)
  if (hazards.length === 0 && note === null)
    refuse(
      `${unit.name}没有${context.sender.role === 'leader' ? '' : '本处室分管的'}逾期或重大隐患。请写明隐患编号，例如“/提示函 ${unit.name} 12-1”；或写明说明，例如“/提示函 ${unit.name} 连续三个批次未报送”。`,
    )
  return {
    unit,
    hazards,
    grounds: await readGrounds({ unit: unit.name, hazards }, context),
    note,
  }
}

/** The hazard numbers with which a text begins, 12-1、12-2 13-1, and the words behind them. */
function splitNumbers(said: string): { numbers: string[]; behind: string } {
  const numbers: string[] = []
  let behind = tidyText(said).trim()
  for (;;) {
    const { word, rest } = firstWord(behind)
    const parts = word.split(/[、，,；;]/).filter(Boolean)
    if (
      parts.length === 0 ||
      !parts.every(part => /^第?\d{1,9}(?:\s*[-–—－]\s*\d{1,4})?号?$/u.test(part.normalize('NFKC')))
    )
      return { numbers: [...new Set(numbers)], behind }
    numbers.push(...parts)
    behind = rest
  }
}

/** The hazards with these numbers; refuses, by name, those that are closed, of elsewhere, or in another's charge. */
async function named(numbers: string[], unit: Unit, context: Context): Promise<TrackedHazard[]> {
  const hazards = new Map<string, TrackedHazard>()
  for (const number of numbers) {
    const hazard = await findHazard(number, context)
    hazards.set(hazardNumber(hazard), hazard)
  }
  const found = [...hazards.values()]
  const faults: string[] = []
  for (const hazard of found) {
    const fault = await faultOf(hazard, unit, context)
    if (fault !== null) faults.push(`${hazardNumber(hazard)}${fault}`)
  }
  return faults.length === 0 ? found : refuse(`未起草：${faults.join('；')}。请核对隐患编号后重新发送。`)
}

/** Why a hazard cannot stand in a letter to a unit; null where it can. */
async function faultOf(hazard: TrackedHazard, unit: Unit, context: Context): Promise<string | null> {
  const { directory } = context
  if (!isOpen(hazard)) return hazard.state === 'closed' ? '已销号' : '已作废'
  if (!directory.gazetteer.isWithin(hazard.unit, unit.name)) return `属${hazard.unit}`
  return (await standingTo(hazard, context)) === null ? `由${divisionsText(hazard, directory)}分管` : null
}

/** Open hazards of a unit and of all below it that are overdue or major, as far as the sender is in charge of them. */
async function urgentHazards(unit: Unit, context: Context): Promise<TrackedHazard[]> {
  const { db, directory, now } = context
  const today = businessDate(now)
  const units = directory.roster.units
    .filter(({ name }) => directory.gazetteer.isWithin(name, unit.name))
    .map(({ name }) => name)
  const open = await trackedHazards(db, { units, states: openStates })
  const urgent = open.filter(hazard => hazard.major || isOverdue(hazard, today))
  const faults = await Promise.all(urgent.map(hazard => faultOf(hazard, unit, context)))
  return urgent.filter((_, i) => faults[i] === null)
}
