-- One person as the store has them, with whoever they talk with: one reading, which changes nothing. Rules TL1, RB1.
-- KEYS  epoch, returned
-- ARGV  tag, role, id
-- Says  seen   (then as JSON: the epoch, the conversation and the two people, a hash as its fields and values)
local function key(...) return table.concat({ ARGV[1], ... }, ':') end
local function person(role, id)
  return {
    role = role,
    id = id,
    record = redis.call('HGETALL', key(role, id)),
    tab = redis.call('GET', key('tab', role, id)),
    lease = redis.call('ZSCORE', key(role .. 's-seen'), id),
    mark = redis.call('ZSCORE', KEYS[2], id),
  }
end
local people = { person(ARGV[2], ARGV[3]) }
local talk = redis.call('HGET', key(ARGV[2], ARGV[3]), 'conversation')
local talking = talk and redis.call('HGETALL', key('conversation', talk)) or {}
for at = 1, #talking, 2 do
  local isOther = talking[at] ~= ARGV[2] and (talking[at] == 'caller' or talking[at] == 'volunteer')
  if isOther then people[2] = person(talking[at], talking[at + 1]) end
end
return { 'seen', cjson.encode({ epoch = redis.call('HGETALL', KEYS[1]), talk = #talking > 0 and talk, talking = talking, people = people }) }
