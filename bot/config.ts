import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UnusableSettings } from './unusable-settings.ts'

/** Settings of the bot; `.env.example` tells each. */
export interface Config {
  chat: 'sandbox' | 'wechaty'
  /** Absolute path of the folder of the database and files. */
  dataDirectory: string
  port: number
  host: string
  allowRemote: boolean
}

/** Reads `.env` where there is one, then the environment, which prevails. Reports all faults at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  if (env === process.env && existsSync('.env')) process.loadEnvFile('.env')
  const faults: string[] = []
  const chat = env.ANWEI_CHAT || 'sandbox'
  if (chat !== 'sandbox' && chat !== 'wechaty')
    faults.push(`ANWEI_CHAT 应为 sandbox 或 wechaty，现为“${chat}”`)
  const port = env.ANWEI_PORT || '8790'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    faults.push(`ANWEI_PORT 应为0至65535的整数，现为“${port}”`)
  const allowRemote = env.ANWEI_ALLOW_REMOTE || 'no'
  if (allowRemote !== 'yes' && allowRemote !== 'no')
    faults.push(`ANWEI_ALLOW_REMOTE 应为 yes 或 no，现为“${allowRemote}”`)
  if (faults.length > 0)
    throw new UnusableSettings(`设置有误，请检查 .env 或环境变量：\n${faults.join('\n')}`)
  return {
    chat: chat as Config['chat'],
    dataDirectory: resolve(env.ANWEI_DATA || 'data'),
    port: Number(port),
    host: env.ANWEI_HOST || '127.0.0.1',
    allowRemote: allowRemote === 'yes',
  }
}
