import { post } from './connection.js'
import { byId } from './dom.js'
import { shanghai } from './format.js'
import { draw, model } from './model.js'

const clock = byId('clock')
const steps = [...document.querySelectorAll('[data-to]')]
const sampleDay = byId('play-sample-day')

for (const button of steps)
  button.addEventListener('click', () => post('/api/clock', { to: button.dataset.to }).catch(() => {}))
sampleDay.addEventListener('click', () => post('/api/sample-day', {}).catch(() => {}))

draw(() => {
  const { now, moving } = model.clock
  const { year, date, weekday, time } = shanghai(now)
  clock.textContent = `${year}年${date} ${weekday} ${time}`
  clock.dateTime = now
  clock.classList.toggle('moving', moving)
  for (const button of steps) {
    const passed = button.dataset.to.includes(':') && button.dataset.to <= time
    button.disabled = moving || passed
    button.title = passed ? '今天这个时间已过' : '时间前进，到期的事随之发生'
  }
  sampleDay.hidden = !model.sampleDay
  sampleDay.disabled = moving
})
