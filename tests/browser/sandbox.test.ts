import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { report, siping, tiedong } from '../conversation.ts'

/** Debian's browser. */
const executablePath = '/usr/bin/chromium'
const required = process.env.ANWEI_BROWSER_TEST === 'required'
const browserTest = test.skipIf(!required && !existsSync(executablePath))

let directory: string
let bot: ReturnType<typeof spawn>
let url: string
let browser: Browser
let page: Page

beforeAll(async () => {
  if (!required && !existsSync(executablePath)) return
  directory = mkdtempSync(join(tmpdir(), 'anwei-'))
  bot = spawn(process.execPath, ['bot/main.ts'], {
    env: { ...process.env, ANWEI_CHAT: 'sandbox', ANWEI_DATA: directory, ANWEI_PORT: '0', ANWEI_HOST: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: bot.stdout! })) {
    const found = /http:\/\/[^\s"]+/.exec(line)
    if (found === null) continue
    url = found[0]
    break
  }
  bot.stdout!.resume()
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
})

afterAll(async () => {
  await browser?.close()
  bot?.kill()
  if (directory !== undefined) rmSync(directory, { recursive: true, force: true })
})

browserTest(
  'a county officer reports, and at 16:30 the daily report stands in the committee group',
  async () => {
    const outside: string[] = []
    page.on('request', request => {
      if (!request.url().startsWith(url.replace(/\/$/, ''))) outside.push(request.url())
    })
    await page.goto(url)
    await page.getByTestId('clock-next-day').click()
    await expect.poll(() => page.getByTestId('clock').textContent()).toContain('09:00')

    await choosePerson(tiedong)
    await chooseRoom(siping)
    await page.getByTestId('composer').fill(report())
    await page.getByTestId('send').click()
    await page.getByTestId('bubble').getByText('已收第1号：四平市铁东区—四平市宏达加油站').waitFor()

    await page.getByTestId('clock-1630').click()
    await expect.poll(() => page.getByTestId('clock').textContent(), { timeout: 30_000 }).toContain('16:30')
    await choosePerson('四平市分管领导')
    await chooseRoom('省安委办工作群')
    await page
      .getByTestId('bubble')
      .getByText('检查企业1家，发现隐患2条，已整改1条，整改率50.0%')
      .first()
      .waitFor()
    const picture = page.getByTestId('bubble').locator('img').last()
    await expect
      .poll(() => picture.evaluate(image => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(500)
    expect(outside).toEqual([])
    if (process.env.ANWEI_SCREENSHOT !== undefined)
      await page.screenshot({ path: process.env.ANWEI_SCREENSHOT })
  },
)

async function choosePerson(name: string): Promise<void> {
  await page.getByTestId('person-select').fill(name)
  await page.getByTestId('person-select').press('Enter')
}

const chooseRoom = (name: string) => page.getByTestId('room-list').getByText(name, { exact: true }).click()
