import { post } from './connection.js'
import { byId, el, toast } from './dom.js'
import { fileSize, summary } from './format.js'
import { draw, model, roomOf } from './model.js'
import { filledReport } from './template.js'

const text = byId('text')
const picker = byId('file')
const enclosed = byId('enclosed')
const largest = 18 * 1024 * 1024

/** Drafts by person and conversation, so that nothing is sent to the wrong room after a change. */
const drafts = new Map()
let current = ''
let draft = { text: '', quote: null, file: null }

draw(() => {
  if (model.me === null) return
  const key = `${model.me}\n${model.open}`
  if (key === current) return
  draft.text = text.value
  current = key
  draft = drafts.get(key) ?? { text: '', quote: null, file: null }
  drafts.set(key, draft)
  text.value = draft.text
  showEnclosed()
})

const showEnclosed = () => {
  const remove = (label, what) =>
    el(
      'button',
      {
        type: 'button',
        'aria-label': label,
        onclick: () => {
          draft[what] = null
          showEnclosed()
        },
      },
      '×',
    )
  const { quote, file } = draft
  enclosed.replaceChildren(
    ...[
      quote &&
        el('p', {}, el('span', {}, `引用 ${quote.from}：${summary(quote)}`), remove('取消引用', 'quote')),
      file &&
        el(
          'p',
          {},
          el('span', {}, `附件 ${file.name}（${fileSize(file.size)}）`),
          remove('移除附件', 'file'),
        ),
    ].filter(Boolean),
  )
}

/** Makes the next message quote this one. */
export const quoteInComposer = entry => {
  draft.quote = entry
  showEnclosed()
  text.focus()
}

byId('attach').addEventListener('click', () => picker.click())
picker.addEventListener('change', () => {
  const [file] = picker.files
  picker.value = ''
  if (!file) return
  if (file.size > largest) return toast('附件过大，请控制在 18 MB 以内')
  draft.file = file
  showEnclosed()
  text.focus()
})

byId('template').addEventListener('click', () => {
  text.value = text.value.trim() === '' ? filledReport() : `${text.value.trimEnd()}\n${filledReport()}`
  text.focus()
})

const base64 = file =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1))
    reader.onerror = () => reject(new Error('读不出这个文件'))
    reader.readAsDataURL(file)
  })

// A file and a text go as two messages, as in WeChat.
const send = async () => {
  const sent = draft
  const { quote, file } = sent
  const words = text.value
  if (words.trim() === '' && !file) return toast('请先输入内容或选择附件')
  const to = { room: roomOf(model.open), from: model.me }
  const quoting = { ...to, quote: quote?.id }
  text.value = ''
  Object.assign(sent, { text: '', quote: null, file: null })
  showEnclosed()
  try {
    if (file) {
      const content = await base64(file).catch(error => {
        toast(error.message)
        throw error
      })
      await post('/api/messages', {
        ...(words.trim() === '' ? quoting : to),
        file: { name: file.name, base64: content },
      })
    }
    if (words.trim() !== '') await post('/api/messages', { ...quoting, text: words })
  } catch {
    // The toast has said why; the words come back unless others have been written meanwhile.
    if (sent === draft && text.value === '') text.value = words
    else if (sent !== draft) sent.text ||= words
  }
}

byId('composer').addEventListener('submit', event => {
  event.preventDefault()
  send()
})
text.addEventListener('keydown', event => {
  // While a Chinese input method is composing, Enter belongs to it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  send()
})
