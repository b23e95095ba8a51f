import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../log.ts'
import { withoutCrashListeners } from './crash-listeners.ts'
import type { Puppet } from './puppet.ts'
import type { Wechat4uLink } from './wechat4u/repair.ts'

interface Options {
  /** Name of the npm package. */
  name: string
  dataDirectory: string
  log: Log
  now: () => Date
  /** The account was logged in, and yet nothing could be received. */
  onGap(from: Date, to: Date): void
}

/** wechaty and a puppet, both loaded late, as they are large; the one puppet whose faults are known is repaired. */
export function loadPuppet({ name, dataDirectory, log, now, onGap }: Options) {
  return withoutCrashListeners(async () => {
    const session = join(dataDirectory, 'wechat')
    keepPrivate(`${session}.memory-card.json`)
    const { WechatyBuilder, types } = await import('wechaty')
    const wechaty = WechatyBuilder.build({ name: session, puppet: name as 'wechaty-puppet-wechat4u' })
    await wechaty.init()
    const puppet = wechaty.puppet
    // wechaty would load every member of a group before it passes a message on.
    puppet.removeAllListeners('message')
    const link = name === 'wechaty-puppet-wechat4u' ? await repair(puppet, { log, now, onGap }) : null
    return { wechaty, puppet, types, link }
  })
}

async function repair(
  puppet: Puppet,
  options: Pick<Options, 'log' | 'now' | 'onGap'>,
): Promise<Wechat4uLink> {
  const { repairWechat4u } = await import('./wechat4u/repair.ts')
  return repairWechat4u(puppet, options)
}

/** Whoever reads the session file can speak as the account. wechaty writes it readable for all, but keeps its mode. */
function keepPrivate(path: string): void {
  try {
    writeFileSync(path, '{}', { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    chmodSync(path, 0o600)
  }
}
