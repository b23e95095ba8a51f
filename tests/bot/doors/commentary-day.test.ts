/** The sample day's commentary 日点评 and verification 核实, as the replay door tells it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SentMessage } from '../../../bot/doors/rehearse.ts'
import { sampleDay } from '../../../bot/sample/day.ts'

const heads = '处长工作群'
const committee = '省安委办工作群'
const date = '2022-05-18'

const directories: string[] = []
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

/** Plays the day as a person would. */
function replay() {
  const directory = mkdtempSync(join(tmpdir(), 'anwei-'))
  directories.push(directory)
  const input = join(directory, 'day.jsonl')
  writeFileSync(
    input,
    sampleDay(date)
      .map(line => JSON.stringify(line))
      .join('\n'),
  )
  const out = join(directory, 'out')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bot/doors/replay.ts', input, '--out', out],
    { encoding: 'utf8', env: { ...process.env, ANWEI_LOG: 'warn' }, maxBuffer: 2 ** 26 },
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return { out, stdout }
}

let out: string
let stdout: string
let sent: SentMessage[]

beforeAll(() => {
  ;({ out, stdout } = replay())
  sent = stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}, 60_000)

const firstLine = (text = '') => text.split('\n')[0]!
const city = (name: string) => `${name}日报报送群`
const relayed = () => sent.filter(({ text }) => text?.startsWith('【日点评】'))
const cards = () => sent.filter(({ file }) => file !== undefined && /日点评第\d+期.*\.png$/.test(file))
const textTo = (room: string, start: string) =>
  sent.filter(message => message.room === room && message.text?.startsWith(start))

/** Each commentary that goes out, and where to. */
const relays: Record<string, string[]> = {
  '煤矿一处 第1期（5月18日）': ['通化市', '吉林市', '白山市'],
  '危化一处 第1期（5月18日）': ['吉林市', '松原市', '白城市', '通化市'],
  '工贸处 第1期（5月18日）': ['四平市', '长春市'],
  '煤矿二处 第1期（5月18日）': ['白城市', '延边州'],
  '危化二处 第1期（5月18日）': ['白城市', '松原市'],
  '危化二处 第1期（5月18日）【更正】': ['白城市', '松原市'],
  '非煤处 第1期（5月18日）': ['长春市', '四平市'],
}

test('each commentary reaches the heads, the committee and the groups of the units it names, each once', () => {
  const reached = Map.groupBy(relayed(), ({ text }) => firstLine(text).slice('【日点评】'.length))
  expect(Object.fromEntries([...reached].map(([title, to]) => [title, to.map(({ room }) => room)]))).toEqual(
    Object.fromEntries(
      Object.entries(relays).map(([title, cities]) => [title, [heads, committee, ...cities.map(city)]]),
    ),
  )
  // The same words everywhere; whoever is asked reads besides how to answer.
  for (const [title, messages] of reached)
    expect(
      new Set(messages.map(({ text }) => text!.replace(/\n请\S+回应，发送“[^”]+”。$/, ''))).size,
      title,
    ).toBe(1)
})

test('wherever a text goes its card goes, and no room gets any message twice', () => {
  const withText = (title: string) => relayed().filter(({ text }) => firstLine(text).includes(title))
  for (const title of Object.keys(relays)) {
    const [, division, number, corrected] = /^(\S+) (第\d+期)（\S+?）(【更正】)?$/.exec(title)!
    const name = `${division}日点评${number}${corrected === undefined ? '' : '（更正）'}.png`
    const to = withText(title).filter(({ text }) => firstLine(text).endsWith(title))
    expect(
      cards()
        .filter(({ file }) => file === name)
        .map(({ room }) => room),
      name,
    ).toEqual(to.map(({ room }) => room))
  }
  const messages = sent
    // A reminder is repeated when the duty officer says so.
    .filter(({ room, text }) => room !== undefined && !text?.startsWith('【催报】'))
    .map(({ room, text, file }) => `${room} ${text ?? file}`)
  expect(messages.filter((message, i) => messages.indexOf(message) !== i)).toEqual([])
})

test('what was recalled in time never left: only its author’s preview shows it', () => {
  for (const words of ['紧急切断系统未投用（33-2）', '长春市双杨区']) {
    const showing = sent.filter(({ text }) => text?.includes(words))
    expect(
      showing.map(({ room, text }) => [room, text!.slice(0, 2)]),
      words,
    ).toEqual([[heads, '拟发']])
  }
  const recalled = sent.filter(({ text }) => text?.endsWith('已随消息撤回，未发出。'))
  expect(recalled.map(({ text }) => text)).toEqual([
    '危化一处日点评（编号2）已随消息撤回，未发出。',
    '工贸处日点评（编号4）已随消息撤回，未发出。',
  ])
})

test('a correction is marked, says the right figure, and stands in the summary in place of the first', () => {
  const [first, corrected] = ['第1期（5月18日）', '第1期（5月18日）【更正】'].map(end =>
    relayed().find(({ room, text }) => room === committee && firstLine(text) === `【日点评】危化二处 ${end}`),
  )
  expect(first!.text).toContain('烟花爆竹企业4家')
  expect(corrected!.text).toContain('原文更正，以本条为准。')
  expect(corrected!.text).toContain('烟花爆竹企业5家')
  const [summary] = textTo('厅领导群', '【日点评汇总】')
  expect(summary!.text).toContain('危化二处日点评第1期（更正）')
  expect(summary!.text).not.toContain('烟花爆竹企业4家')
})

describe('verification', () => {
  test.each([
    ['煤矿一处处长', '【核实答复】核实1：白山市浑江区第39号确认无误（', '15:31'],
    ['工贸处处长', '【核实答复】核实2：四平市梨树县第18号已更正（', '16:43'],
    ['非煤处处长', '【核实答复】核实3：四平市伊通满族自治县第44—45号说明：该厂已停止爆破作业。', '16:41'],
    ['危化一处处长', '【核实逾期】核实4：通化市第42号未在5月18日16:00前答复', '16:00'],
    ['危化一处处长', '【核实答复】核实4：通化市第42号确认无误（', '16:50'],
  ])('%s hears: %s', (head, start, time) => {
    const told = textTo(heads, start)
    expect(told.map(({ mentions, at }) => [mentions, at.slice(11, 16)])).toEqual([[[head], time]])
  })

  test('what was answered after the daily report stands in its corrected edition', () => {
    const corrections = textTo('厅领导群', '全省').flatMap(
      ({ text }) => /^更正内容：(.*)$/m.exec(text!)?.[1] ?? [],
    )
    expect(corrections).toHaveLength(1)
    for (const said of [
      '更正第18号（四平市梨树县）',
      '核实：四平市梨树县第18号已更正',
      '核实：四平市伊通满族自治县第44—45号说明：“该厂已停止爆破作业。',
      '核实：通化市第42号确认无误（逾期答复）',
    ])
      expect(corrections[0]).toContain(said)
  })
})

describe('answers', () => {
  test.each([
    ['by command', '白山市', '白山市浑江区', '煤矿一处日点评第1期', '江隆煤矿已于今日15:40停产撤人'],
    ['in ordinary words', '松原市', '松原市宁江区', '危化一处日点评第1期', '作业记录已于今日补填规范'],
    ['by quoting', '长春市', '长春市双阳区', '工贸处日点评第1期', '95-1已补测气体并重新审批'],
    ['after being chased', '吉林市', '吉林市', '危化一处日点评第1期', '江北精细化工罐区储量已降至三成'],
  ])('%s: the unit hears that it is taken, the head what it says', (_, from, unit, title, words) => {
    expect(textTo(city(from), `已收${unit}对${title}的回应`)).toHaveLength(1)
    const told = sent.filter(({ to, text }) => to !== undefined && text?.includes(words))
    expect(told.map(({ to, text }) => [to, firstLine(text).startsWith(`【回应】${title}`)])).toEqual([
      [`${title.replace(/日点评.*/, '')}处长`, true],
    ])
  })

  test('who has not answered is asked once more the next working day at ten, nobody else', () => {
    const chased = sent.filter(({ text }) => text?.startsWith('【催复】'))
    expect(chased.map(({ at, room, to, mentions }) => [at, room ?? to, mentions])).toEqual([
      ['2022-05-19T10:00:00+08:00', city('吉林市'), ['吉林市报送员']],
      ['2022-05-19T10:00:00+08:00', '危化一处处长', []],
    ])
  })

  test('the head sees where his commentary has arrived, and who has not answered', () => {
    const [state] = textTo(heads, '危化一处日点评第1期（编号3）：')
    for (const line of [
      `${committee}：16:47已发`,
      '已回应：松原市宁江区（5月18日17:08）',
      '未回应：吉林市（5月19日10:00催复）',
    ])
      expect(state!.text!.split('\n')).toContain(line)
  })
})

test('at the end of the round the division that has not commented is named, and called', () => {
  const [tally, ...more] = textTo(heads, '【点评情况】')
  expect(more).toEqual([])
  expect(tally).toMatchObject({ at: `${date}T17:30:00+08:00`, mentions: ['非煤处处长'] })
  const lines = tally!.text!.split('\n')
  expect(lines[0]).toContain('应点评6个处室，已点评5个')
  expect(lines.at(-1)).toBe('未点评：非煤处')
})

test('the summary names all of the round in order of division, and its workbook has a row for each', async () => {
  const divisions = ['煤矿一处', '煤矿二处', '危化一处', '危化二处', '工贸处']
  const [summary] = textTo('厅领导群', '【日点评汇总】')
  expect([...summary!.text!.matchAll(/^(\S+?)日点评第1期/gm)].map(([, division]) => division)).toEqual(
    divisions,
  )

  const name = `日点评汇总${date}.xlsx`
  expect(sent.filter(({ file }) => file === name).map(({ room }) => room)).toEqual([
    '省安委办工作群',
    '厅领导群',
  ])
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(join(out, name))
  const column = (sheet: string, number: number) => {
    const values: unknown[] = []
    workbook.getWorksheet(sheet)!.eachRow(row => values.push(row.getCell(number).value))
    // Below title, note and heads.
    return values.slice(3)
  }
  expect(column('点评', 1)).toEqual(divisions)
  expect(column('点评', 8)).toEqual(['39-1', '15-1', '33-1、51-1', '65-3', '95-1'])
  expect(column('回应', 2)).toEqual(['白山市浑江区', '松原市宁江区', '白城市洮北区', '长春市双阳区'])
})

test('the cards are pictures, one for each version that went out, no two alike', () => {
  const names = [...new Set(cards().map(({ file }) => file!))]
  expect(names).toHaveLength(7)
  const pictures = names.map(name => readFileSync(join(out, name)))
  for (const picture of pictures) {
    expect(picture.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'))
    expect(picture.readUInt32BE(16)).toBeGreaterThan(600)
  }
  expect(new Set(pictures.map(picture => picture.toString('base64'))).size).toBe(7)
})

test('played again it is the same', () => {
  expect(replay().stdout).toBe(stdout)
}, 60_000)
