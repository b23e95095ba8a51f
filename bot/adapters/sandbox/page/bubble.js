import { quoteInComposer } from './composer.js'
import { post } from './connection.js'
import { el } from './dom.js'
import { fileSize, shanghai, summary } from './format.js'
import { model, roomOf } from './model.js'

const pause = 5 * 60 * 1000

/** A message, with the time above it where the conversation had paused. */
export const entryView = (entry, previous) =>
  el(
    'div',
    { class: 'entry-row' },
    timeAbove(entry, previous),
    entry.recalled
      ? el('p', { class: 'notice' }, `${entry.from === model.me ? '你' : entry.from}撤回了一条消息`)
      : bubble(entry),
  )

const timeAbove = (entry, previous) => {
  if (previous && new Date(entry.at) - new Date(previous.at) < pause) return null
  const { date, weekday, time } = shanghai(entry.at)
  return el('p', { class: 'notice' }, `${date} ${weekday} ${time}`)
}

const bubble = entry => {
  const mine = entry.from === model.me && !entry.bot
  return el(
    'article',
    {
      class: `entry ${mine ? 'mine' : ''} ${entry.bot ? 'from-bot' : ''}`,
      'data-testid': 'bubble',
      'data-id': entry.id,
      'data-from': entry.from,
    },
    el(
      'span',
      { class: `avatar ${entry.bot ? 'robot' : tint(entry.from)}`, 'aria-hidden': 'true' },
      entry.bot ? '安' : entry.from.slice(0, 1),
    ),
    el(
      'div',
      { class: 'entry-body' },
      el('p', { class: 'from' }, entry.from, entry.bot && el('span', { class: 'tag' }, '机器人')),
      (entry.text || entry.mentions.length > 0) &&
        el('div', { class: 'bubble', 'data-testid': 'bubble-text' }, calls(entry), entry.text),
      entry.file && (entry.file.image ? picture(entry.file) : fileCard(entry.file)),
      entry.quote && quoted(entry.quote),
      entry.choices.length > 0 && choices(entry),
      actions(entry, mine),
    ),
  )
}

/** Names that are mentioned without standing in the text. */
const calls = ({ text, mentions }) => {
  const names = mentions.filter(name => !text.includes(`@${name}`))
  if (names.length === 0) return null
  const line = names.map(name => `@${name}`).join(' ')
  return el('span', { class: 'calls' }, text ? `${line}\n` : line)
}

const picture = file =>
  el(
    'a',
    { href: `/files/${file.id}`, target: '_blank', rel: 'noopener', class: 'picture' },
    el('img', { src: `/files/${file.id}`, alt: file.name, 'data-testid': 'picture' }),
  )

const fileCard = file =>
  el(
    'a',
    { href: `/files/${file.id}`, download: file.name, class: 'file-card', 'data-testid': 'file-card' },
    el('span', { class: 'file-text' }, el('span', {}, file.name), el('small', {}, fileSize(file.size))),
    el(
      'span',
      { class: 'file-kind', 'aria-hidden': 'true' },
      (file.name.split('.').at(-1) ?? '').slice(0, 4),
    ),
  )

const quoted = id => {
  const entry = model.conversations.get(model.open)?.find(entry => entry.id === id)
  const text = entry ? `${entry.from}：${summary(entry)}` : '引用的消息已不在对话中'
  return el('p', { class: 'quoted', 'data-testid': 'quote' }, text)
}

const choices = entry =>
  el(
    'div',
    { class: 'choices', role: 'group', 'aria-label': '可选操作' },
    ...entry.choices.map(({ label, command }) =>
      el(
        'button',
        { type: 'button', 'data-testid': 'choice', title: command, onclick: event => tap(event, command) },
        label,
      ),
    ),
  )

const tap = async ({ currentTarget: button }, command) => {
  button.disabled = true
  await post('/api/messages', { room: roomOf(model.open), from: model.me, text: command }).catch(() => {})
  button.disabled = false
}

const actions = (entry, mine) =>
  el(
    'div',
    { class: 'actions' },
    el(
      'button',
      { type: 'button', 'data-testid': 'quote-button', onclick: () => quoteInComposer(entry) },
      '引用',
    ),
    mine &&
      el(
        'button',
        {
          type: 'button',
          'data-testid': 'recall',
          onclick: () => post('/api/recall', { id: entry.id, from: model.me }).catch(() => {}),
        },
        '撤回',
      ),
  )

const tint = name => `tint-${[...name].reduce((sum, sign) => sum + sign.codePointAt(0), 0) % 5}`
