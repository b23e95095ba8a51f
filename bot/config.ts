import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Pace } from '../commands/message.ts'
import { isLoopback } from './adapters/sandbox/guard.ts'
import { logLevels } from './log.ts'
import { UnusableSettings } from './unusable-settings.ts'

/** Settings of the bot; `.env.example` tells each. */
export interface Config {
  chat: 'sandbox' | 'wechaty'
  /** Absolute path of the folder of the database and files. */
  dataDirectory: string
  port: number
  host: string
  allowRemote: boolean
  wechat: WechatConfig
}

/** Settings of the WeChat channel. */
export interface WechatConfig {
  /** npm package through which wechaty reaches WeChat. */
  puppet: string
  /** Absolute path of the picture of the login code 登录二维码; null: the terminal only. */
  qrFile: string | null
  pace: Pace
}

/** Reads `.env` where there is one, then the environment, which prevails. Reports all faults at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  if (env === process.env && existsSync('.env')) process.loadEnvFile('.env')
  const faults: string[] = []

  /** One of the words, the first by default. */
  const word = (name: string, words: string[]): string => {
    const value = env[name] || words[0]!
    if (!words.includes(value)) faults.push(`${name} 应为 ${words.join(' 或 ')}，现为“${value}”`)
    return value
  }
  const number = (name: string, preset: number, least: number, most: number): number => {
    const value = env[name] || String(preset)
    if (!/^\d{1,9}$/.test(value) || Number(value) < least || Number(value) > most)
      faults.push(`${name} 应为${least}至${most}的整数，现为“${value}”`)
    return Number(value)
  }

  const chat = word('ANWEI_CHAT', ['sandbox', 'wechaty']) as Config['chat']
  const port = number('ANWEI_PORT', 8790, 0, 65_535)
  const allowRemote = word('ANWEI_ALLOW_REMOTE', ['no', 'yes']) === 'yes'
  const host = env.ANWEI_HOST || '127.0.0.1'
  if (chat === 'sandbox' && !allowRemote && !isLoopback(host))
    faults.push(
      `ANWEI_HOST 为“${host}”，其他电脑可能打开沙盒页面，而页面没有登录验证；确需如此，请设 ANWEI_ALLOW_REMOTE=yes`,
    )
  const level = env.ANWEI_LOG || 'info'
  if (!logLevels.includes(level)) faults.push(`ANWEI_LOG 应为 ${logLevels.join('、')} 之一，现为“${level}”`)
  const overall = number('ANWEI_WECHAT_PAUSE', 1500, 0, 600_000)
  const pace: Pace = {
    overall,
    room: number('ANWEI_WECHAT_ROOM_PAUSE', 5000, 0, 600_000),
    jitter: overall / 2,
    daily: number('ANWEI_WECHAT_DAILY', 3000, 1, 1_000_000),
  }
  const puppet = env.WECHATY_PUPPET || 'wechaty-puppet-wechat4u'
  const qrFile = env.ANWEI_QR_FILE ? resolve(env.ANWEI_QR_FILE) : null
  if (chat === 'wechaty') {
    if (!isInstalled(puppet))
      faults.push(
        `WECHATY_PUPPET 指定的组件“${puppet}”没有安装；请核对名称，或先运行“npm install --save-exact ${puppet}”`,
      )
    // Also keeps a slip of the hand from replacing the database with a picture.
    if (qrFile !== null && !(qrFile.toLowerCase().endsWith('.png') && isFolder(dirname(qrFile))))
      faults.push(`ANWEI_QR_FILE 应为已有目录中的一个 .png 文件，现为“${env.ANWEI_QR_FILE}”`)
  }

  if (faults.length > 0)
    throw new UnusableSettings(`设置有误，请检查 .env 或环境变量：\n${faults.join('\n')}`)
  return {
    chat,
    dataDirectory: resolve(env.ANWEI_DATA || 'data'),
    port,
    host,
    allowRemote,
    wechat: { puppet, qrFile, pace },
  }
}

/** Whether there is such a package; it is not loaded, which takes seconds. */
function isInstalled(name: string): boolean {
  // A path would run whatever lies there.
  if (!/^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*$/.test(name)) return false
  try {
    import.meta.resolve(name)
    return true
  } catch {
    return false
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
