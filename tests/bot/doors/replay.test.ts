import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { report, siping, temporaryDirectory, tiedong, tiexi } from '../../conversation.ts'

const at = (time: string) => `2022-05-18T${time}+08:00`

/** Runs the door as a person would, on lines that are objects or raw text. */
function replay(lines: (object | string)[], ...more: string[]) {
  const directory = temporaryDirectory()
  const input = join(directory, 'day.jsonl')
  writeFileSync(input, lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  const out = join(directory, 'out')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bot/doors/replay.ts', input, '--out', out, ...more],
    { encoding: 'utf8', env: { ...process.env, ANWEI_LOG: 'warn' } },
  )
  const sent = stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
  return { status, stdout, stderr, sent, out }
}

const morning = [
  { at: at('14:20:00'), room: siping, from: tiedong, text: report(), id: 'm1' },
  { at: at('14:20:10'), room: siping, from: tiexi, text: '零报告' },
  { at: at('14:20:20'), room: '值班群', from: '值班员', text: '/频次 2' },
  { at: at('14:20:30'), from: '危化二处处长', private: true, text: '/缺报' },
]

test('each message that was sent is a line, acknowledgements that gather included', () => {
  const { status, sent, stderr } = replay(morning)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(sent[0]).toEqual({
    at: at('14:20:00'),
    room: siping,
    text: '已收第1号：四平市铁东区—四平市宏达加油站，隐患2条，已整改1条。',
    mentions: [],
    choices: [],
  })
  expect(sent[1].choices).toEqual([
    { label: '确认调整', command: '/频次 11:00/11:30 15:00/16:30 确认' },
    { label: '不调整', command: '/频次 取消' },
  ])
  expect(sent[2].to).toBe('危化二处处长')
  expect(sent[3]).toMatchObject({ at: at('14:21:00'), text: '已收第2号：四平市铁西区，零报告。' })
  expect(sent).toHaveLength(4)
})

test('the same input gives the same output, and going on adds to it', () => {
  const evening = [{ at: at('17:00:00') }]
  const first = replay([...morning, ...evening])
  expect(replay([...morning, ...evening]).stdout).toBe(first.stdout)
  const further = replay([...morning, ...evening, { at: at('17:01:00'), recall: 'm1' }])
  expect(further.stdout.startsWith(first.stdout)).toBe(true)
  const files = first.sent.flatMap(message => message.file ?? [])
  expect(files).toEqual(['日报表2022-05-18.xlsx', '日报表2022-05-18.png', '日报表2022-05-18.png'])
  expect(files.every(file => existsSync(join(first.out, file)))).toBe(true)
})

test.each([
  ['{"at":', '第2行：不是有效的 JSON'],
  [{ at: at('13:00:00') }, '第2行：时间早于上一行'],
  [{ at: '2022-05-18T14:20:00' }, '第2行：“at”缺失或不是带时区的时间'],
  [{ at: at('15:00:00'), from: tiedong, text: '在' }, '第2行：缺少“room”'],
  [{ at: at('15:00:00'), recall: 'nothing' }, '第2行：没有编号为“nothing”的消息可撤回'],
])('a line that cannot be read stops the run with its number: %j', (line, reason) => {
  const { status, stderr } = replay([morning[0]!, line])
  expect(status).toBe(1)
  expect(stderr).toContain(reason)
})

test('an attachment is read from beside the input', () => {
  const { status, sent } = replay([{ at: at('14:00:00'), room: siping, from: tiedong, file: '没有.xlsx' }])
  expect(status).toBe(0)
  expect(sent[0].text).toContain('未能取得')
})
