import { tidyText } from '../../reports/commentary/tidy-text.ts'
import type { Evidence, TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { whereText } from '../../reports/hazards/hazard-text.ts'
import { province } from '../../reports/terms.ts'
import { openChainOf } from '../../storage/chains.ts'
import { hazardEvents } from '../../storage/tracked-hazards.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { textAfter } from '../text-after.ts'
import { eachHazard } from './each-hazard.ts'
import { eventText, lastOf } from './event-text.ts'
import { hazardChoices } from './hazard-choices.ts'
import { readNumbers } from './read-numbers.ts'
import { divisionsText } from './standing-to.ts'
import { freePictures } from './take-evidence.ts'
import { takeStep } from './take-step.ts'
import { tellHeads } from './tell-about.ts'

/** Characters of what is said about a hazard: a head reads it on the phone. */
export const noteLimit = 500

/** 整改: reports hazards rectified. Pictures of the sender shortly before and after are the evidence. */
export const rectify = defineCommand({
  name: '整改',
  aliases: ['zg'],
  usage: '/整改 <隐患编号> <整改情况>，如“/整改 12-1 已更换灭火器”',
  summary: '报隐患已整改，可同时报几条；前后10分钟内发出的照片作为佐证',
  // Heads report for the province's own inspections 省本级.
  roles: ['reporter', 'divisionHead'],
  takesText: true,
  async run(args, context) {
    const said = textAfter([['整改', 'zg']], context.text) || args.join(' ')
    const { numbers, rest } = readNumbers(said, context, '/整改 12-1 已更换，现场正常')
    const note = readNote(rest)
    const pictures = await freePictures(context)
    const { done, failed } = await eachHazard(numbers, context, hazard =>
      rectifyOne(hazard, note, pictures, context),
    )
    return [
      context.reply([...done.map(({ line }) => line), ...failed].join('\n')),
      ...tellOfSupervised(
        done.filter(({ supervised }) => supervised).map(({ hazard }) => hazard),
        context,
      ),
      ...done.flatMap(({ messages }) => messages),
    ]
  },
})

/** What is said, tidied; null where nothing is. Refuses what is too long. */
export function readNote(text: string): string | null {
  const note = tidyText(text).trim()
  if ([...note].length > noteLimit) refuse(`说明共${[...note].length}字，请压缩到${noteLimit}字以内。`)
  return note === '' ? null : note
}

async function rectifyOne(
  hazard: TrackedHazard,
  note: string | null,
  pictures: Evidence[],
  context: Context,
) {
  const { db, sender, message } = context
  const number = hazardNumber(hazard)
  if (sender.role === 'divisionHead' && hazard.unit !== province)
    refuse(`${number}由${hazard.unit}报整改；处室可复查：/复查 ${number} 合格`)
  const last = lastOf(await hazardEvents(db, hazard.id), 'rectify')
  const again = hazard.state === 'reported' && last?.by === sender.name && last.note === note
  if (again && pictures.length === 0)
    return {
      hazard,
      line: `${number}已${eventText(last)}，等待复查，不必重复。`,
      supervised: false,
      messages: [],
    }
  // A bare command says nothing; what it quotes may.
  const says = note !== null || pictures.length > 0 || message.quotedText !== null
  const evidence: Evidence[] = says ? [{ message: message.id }, ...pictures] : []
  const taken = await takeStep(hazard, { kind: 'rectify', note, evidence }, context)
  const chained = taken.takenOver || (await openChainOf(db, hazard)) !== null
  return {
    hazard: taken.hazard,
    line: receipt(taken, pictures.length, context),
    // Who was told that it waits is not told again.
    supervised: chained && hazard.state !== 'reported',
    messages: taken.messages,
  }
}

/** 12-1已报整改，附照片2张，待四平市铁东区、四平市、危化一处、危化二处复查。 */
function receipt(
  { hazard, takenOver }: { hazard: TrackedHazard; takenOver: boolean },
  pictures: number,
  { directory }: Context,
): string {
  const { unit, major } = hazard
  const city = directory.cityOf(unit)
  const divisions = divisionsText(hazard, directory)
  const by = [
    ...(major || unit === province || city === unit ? [] : [unit]),
    ...(city === null ? [] : [city]),
    divisions,
  ]
  const waits = takenOver
    ? `已由省级提级管理，待${divisions}复查`
    : major
      ? `属重大隐患，须由他人复查（${by.join('、')}）`
      : `待${by.join('、')}复查`
  return `${hazardNumber(hazard)}已报整改，${pictures > 0 ? `附照片${pictures}张，` : ''}${waits}。`
}

/** The heads hear at once of what is under escalation 督办 or taken over; of all else with the morning's digest. */
function tellOfSupervised(hazards: TrackedHazard[], context: Context): OutgoingMessage[] {
  return [...Map.groupBy(hazards, ({ industry }) => industry)].flatMap(([industry, reported]) => {
    const lines = reported.map(
      hazard =>
        `${hazardNumber(hazard)} ${whereText(hazard)}：${hazard.text}，${hazard.rectifiedBy}已报整改，待复查。`,
    )
    const choices = reported
      .flatMap(hazard => hazardChoices(hazard, 'divisionHead', true))
      .filter(({ command }) => command.startsWith('/复查'))
    return tellHeads({ industry }, { text: `【整改】${lines.join('\n')}`, choices, bundle: true }, context)
  })
}
