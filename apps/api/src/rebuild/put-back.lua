-- Writes down who was put back after a loss, as the rule decided on what it saw; nothing if any of it has changed since.
-- The rule is `libs/domain/src/rebuild.ts`: it decides on two people at most and their one conversation. Rules RB1 to RB9.
-- KEYS  epoch, returned
-- ARGV  notAfter, tag, decided, now, keepFor, keepMarks
-- Says  done | changed | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local tag, decided, now = ARGV[2], cjson.decode(ARGV[3]), ARGV[4]
local function key(...) return table.concat({ tag, ... }, ':') end
local function seen(one)
  local is = redis.call('HMGET', key(one.role, one.id), 'at', 'offer', 'conversation')
  local mark, tab = redis.call('ZSCORE', KEYS[2], one.id), redis.call('GET', key('tab', one.role, one.id))
  return table.concat({ is[1] or '', is[2] or '', is[3] or '', mark or '', tab or '' }, ' ')
end
if redis.call('HGET', KEYS[1], 'name') ~= decided.epoch then return 'changed' end
for _, one in ipairs(decided.people) do
  if seen(one) ~= one.saw then return 'changed' end
end
for _, one in ipairs(decided.people) do
  redis.call('DEL', key(one.role, one.id))
  for _, set in ipairs(one.sets) do redis.call('ZREM', key(set), one.id) end
  if #one.record > 0 then
    redis.call('HSET', key(one.role, one.id), unpack(one.record))
    redis.call('PEXPIRE', key(one.role, one.id), ARGV[5])
    for set, score in pairs(one.stands) do redis.call('ZADD', key(set), score, one.id) end
    redis.call('SET', key('tab', one.role, one.id), one.tab, 'PX', ARGV[5])
    redis.call('ZADD', key(one.role .. 's-seen'), 'NX', now, one.id)
  end
  if one.mark then redis.call('ZADD', KEYS[2], one.mark, one.id) end
end
if decided.talk then redis.call('DEL', key('conversation', decided.talk.id)) end
if decided.talk and #decided.talk.record > 0 then
  redis.call('HSET', key('conversation', decided.talk.id), unpack(decided.talk.record))
  redis.call('PEXPIRE', key('conversation', decided.talk.id), ARGV[5])
end
if redis.call('EXISTS', KEYS[2]) == 1 then redis.call('PEXPIRE', KEYS[2], ARGV[6]) end
redis.call('HSET', KEYS[1], 'settles', decided.settles)
return 'done'
