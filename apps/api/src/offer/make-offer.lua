-- Holds the first waiting caller who is here for the longest idle volunteer who is here and fits. Rules OF1, OF2, I3, I5.
-- Who is here is what the leases say now; standing in a set is not enough. While it is asking, nobody is told of it (OF10).
-- KEYS  ready, free, offers, callersSeen, volunteersSeen
-- ARGV  notAfter, tag, offer, now, until, keepFor, at
-- Says  offered | nobody-waiting | nobody-free | nobody-fits | stale   (offered: then caller, volunteer)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local tag, id, now, asks = ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[7] == 'asking'
local function isHere(seen, who) return (tonumber(redis.call('ZSCORE', seen, who)) or 0) > now end
local function freeOnes()
  local found = {}
  for _, one in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
    if isHere(KEYS[5], one) then found[#found + 1] = one end
  end
  return found
end
local free, nth, here = nil, 0, 0
local caller = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
while caller do
  local record = tag .. ':caller:' .. caller
  if isHere(KEYS[4], caller) then
    here, free = here + 1, free or freeOnes()
    if #free == 0 then return 'nobody-free' end
    for _, volunteer in ipairs(free) do
      if (tonumber(redis.call('HGET', record, 'rest:' .. volunteer)) or 0) <= now then
        local offer, other = tag .. ':offer:' .. id, tag .. ':volunteer:' .. volunteer
        redis.call('ZREM', KEYS[1], caller)
        redis.call('ZREM', KEYS[2], volunteer)
        redis.call('ZADD', KEYS[3], ARGV[5], id)
        redis.call('HSET', record, 'at', asks and 'asked' or 'offered', 'offer', id)
        redis.call('HSET', other, 'at', asks and 'reserved' or 'offered', 'offer', id)
        redis.call('HSET', offer, 'caller', caller, 'volunteer', volunteer, 'at', ARGV[7], 'until', ARGV[5])
        redis.call('PEXPIRE', offer, ARGV[6])
        return { 'offered', caller, volunteer }
      end
    end
  end
  nth, caller = nth + 1, redis.call('ZRANGE', KEYS[1], nth + 1, nth + 1)[1]
end
return here == 0 and 'nobody-waiting' or 'nobody-fits'
