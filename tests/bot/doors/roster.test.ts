import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRosterDirectory, sampleRoster, writeRosterFiles } from '../../../bot/doors/roster-files.ts'
import { bindPerson, bindRoom } from '../../../storage/bindings.ts'
import { transact } from '../../../storage/database.ts'
import { openConversation, siping, tiedong } from '../../conversation.ts'

/** Imports a roster as a person would; returns what is said. */
function importRoster(directory: string, path: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bot/doors/roster.ts', 'import', path], {
    encoding: 'utf8',
    env: { ...process.env, ANWEI_DATA: directory },
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

test('an import names the bound groups and people that the new roster does not hold', async () => {
  const { directory, db, clock } = await openConversation()
  await transact(db, async tx => {
    const bound = { boundAt: clock.now(), boundBy: '管理员' }
    await bindRoom(tx, { ...bound, room: siping, topic: '四平', place: 'g1' })
    await bindRoom(tx, { ...bound, room: '值班群', topic: '值班', place: 'g2' })
    await bindPerson(tx, { person: tiedong, remark: `${tiedong}#1`, boundAt: '', issuedBy: '主机' })
  })
  expect(importRoster(directory, sampleRoster).trimEnd().split('\n')).toHaveLength(1)

  const roster = await readRosterDirectory(sampleRoster)
  const renamed = join(directory, '新名册')
  await writeRosterFiles(renamed, {
    ...roster,
    rooms: roster.rooms.map(room => (room.name === siping ? { ...room, name: '四平报送群' } : room)),
    people: roster.people.filter(({ name }) => name !== tiedong),
  })
  const [, ...said] = importRoster(directory, renamed).trimEnd().split('\n')
  expect(said).toEqual([
    `名册中已没有以下已绑定的群，现按未绑定的群处理：${siping}。`,
    `名册中已没有以下已绑定的人员，其绑定不再有效：${tiedong}。`,
  ])
})
