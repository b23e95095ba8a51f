import './clock.js'
import './composer.js'
import './messages.js'
import './people.js'
import './rooms.js'
import { listen } from './connection.js'
import { byId } from './dom.js'
import { addEntry, changed, model, recallEntry, takeState } from './model.js'

listen({
  onState: takeState,
  onEntry: addEntry,
  onRecall: recallEntry,
  onClock(clock) {
    model.clock = clock
    changed()
  },
  onOnline(online) {
    byId('offline').hidden = online
  },
})
