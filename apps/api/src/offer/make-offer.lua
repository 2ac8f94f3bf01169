-- Holds the first waiting caller who is here for the longest idle volunteer who is here and fits. Rules OF1, OF2.
-- Who is not here is set aside on the way; they are put back when their tab returns. All keys of a line share one tag.
-- KEYS  ready, free, offers, callersSeen, volunteersSeen
-- ARGV  notAfter, tag, offer, now, until, keepFor
-- Says  offered | nobody-waiting | nobody-free | nobody-fits | stale   (offered: then caller, volunteer)
if redis.call('TIME')[1] * 1000 > tonumber(ARGV[1]) then return 'stale' end
local tag, now = ARGV[2], tonumber(ARGV[4])
local function take(index, nth, seen)
  while true do
    local id = redis.call('ZRANGE', index, nth, nth)[1]
    if not id or (tonumber(redis.call('ZSCORE', seen, id)) or 0) > now then return id end
    redis.call('ZREM', index, id)
  end
end
local skipped = 0
local caller = take(KEYS[1], 0, KEYS[4])
while caller do
  local record, passed = tag .. ':caller:' .. caller, 0
  local volunteer = take(KEYS[2], 0, KEYS[5])
  if not volunteer then return 'nobody-free' end
  while volunteer and (tonumber(redis.call('HGET', record, 'rest:' .. volunteer)) or 0) > now do
    passed = passed + 1
    volunteer = take(KEYS[2], passed, KEYS[5])
  end
  if volunteer then
    redis.call('ZREM', KEYS[1], caller)
    redis.call('ZREM', KEYS[2], volunteer)
    redis.call('ZADD', KEYS[3], ARGV[5], ARGV[3])
    redis.call('HSET', record, 'at', 'offered', 'offer', ARGV[3])
    redis.call('HSET', tag .. ':volunteer:' .. volunteer, 'at', 'offered', 'offer', ARGV[3])
    redis.call('HSET', tag .. ':offer:' .. ARGV[3], 'caller', caller, 'volunteer', volunteer, 'standsUntil', ARGV[5])
    redis.call('PEXPIRE', tag .. ':offer:' .. ARGV[3], ARGV[6])
    return { 'offered', caller, volunteer }
  end
  skipped = skipped + 1
  caller = take(KEYS[1], skipped, KEYS[4])
end
return skipped == 0 and 'nobody-waiting' or 'nobody-fits'
