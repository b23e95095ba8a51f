import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { personBindings } from '../../../storage/bindings.ts'
import { openConversation, temporaryDirectory } from '../../conversation.ts'

/** Runs the door as a person would. */
function bind(directory: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bot/doors/bind.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ANWEI_DATA: directory },
  })
  return { status, stdout, stderr }
}

test('the first administrator is bound by a code from the host, while the bot runs', async () => {
  const { directory, clock, say, db, textIn } = await openConversation()
  clock.set(new Date())
  const { status, stdout, stderr } = bind(directory, '管理员')
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const [code, instruction, ...rest] = stdout.trimEnd().split('\n')
  expect(rest).toEqual([])
  expect(instruction).toBe(
    `请管理员用本人微信添加本机器人为好友后，私聊发送：/绑定 ${code}（30分钟内有效，仅限一次）`,
  )
  const sent = await say('老周', null, `/绑定 ${code}`, { claimed: true })
  expect(textIn('值班群', sent)).toContain('绑定码由主机签发')
  expect(await personBindings(db)).toMatchObject([{ person: '管理员', issuedBy: '主机' }])
})

test('a name that is not in the roster ends with near names', async () => {
  const { directory } = await openConversation()
  const { status, stdout, stderr } = bind(directory, '四平市铁冬区报送员')
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('是否为：四平市铁东区报送员')
})

test('without a roster, or a name, it says what to do', () => {
  const directory = temporaryDirectory()
  expect(bind(directory, '管理员')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('尚未导入名册'),
  })
  expect(bind(directory)).toMatchObject({ status: 1, stderr: expect.stringContaining('用法') })
})
