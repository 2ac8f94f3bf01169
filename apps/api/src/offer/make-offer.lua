-- Holds the first who waits, and whose lease says that they are here, for whom of the free OF2 names. Rules OF1, RB7, LG1, LG2, LG6, I5.
-- KEYS  queue, free, offers, callersSeen, volunteersSeen, epoch
-- ARGV  notAfter, tag, offer, now, until, keepFor, at
-- Says  offered | settling | nobody-waiting | nobody-free | nobody-fits | stale   (offered: then caller, volunteer, joinedAt, language, since)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
if (tonumber(redis.call('HGET', KEYS[6], 'settles')) or 0) > tonumber(ARGV[4]) then return 'settling' end
if redis.call('EXISTS', KEYS[1]) == 0 then return 'nobody-waiting' end
local tag, id, now, asks, isAnyFree, first, from = ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[7] == 'asking', false, nil, {}
local function isHere(seen, who) return (tonumber(redis.call('ZSCORE', seen, who)) or 0) > now end
local function lookFor(one, ready)
  for nth = from[ready] or 0, redis.call('ZCARD', ready) - 1 do
    local caller = redis.call('ZRANGE', ready, nth, nth)[1]
    if first and redis.call('ZRANK', KEYS[1], caller) >= first.rank then return end
    if isHere(KEYS[4], caller) then
      from[ready] = from[ready] or nth
      local read = redis.call('HMGET', tag .. ':caller:' .. caller, 'joinedAt', 'language', 'since', 'rest:' .. one)
      if (tonumber(read[4]) or 0) <= now then first = { caller = caller, one = one, ready = ready, rank = redis.call('ZRANK', KEYS[1], caller), read = read } return end
    end
  end
  from[ready] = from[ready] or math.huge
end
local function isHeld(one) return redis.call('HGET', tag .. ':caller:' .. one, 'at') ~= 'waiting' end
local function nobodyWaitsBefore(rank)
  while rank > 0 and rank < 10 and isHeld(redis.call('ZRANGE', KEYS[1], rank - 1, rank - 1)[1]) do rank = rank - 1 end
  return rank == 0
end
for _, one in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  local spoken = isHere(KEYS[5], one) and redis.call('HGET', tag .. ':volunteer:' .. one, 'languages') or ''
  for language in spoken:gmatch('%l+') do isAnyFree = true lookFor(one, tag .. ':ready:' .. language) end
  if first and nobodyWaitsBefore(first.rank) then break end
end
if not first then return isAnyFree and 'nobody-fits' or 'nobody-free' end
for set, one in pairs({ [first.ready] = first.caller, [KEYS[2]] = first.one }) do redis.call('ZREM', set, one) end
redis.call('ZADD', KEYS[3], ARGV[5], id)
redis.call('HSET', tag .. ':caller:' .. first.caller, 'at', asks and 'asked' or 'offered', 'offer', id)
redis.call('HSET', tag .. ':volunteer:' .. first.one, 'at', asks and 'reserved' or 'offered', 'offer', id)
redis.call('HSET', tag .. ':offer:' .. id, 'caller', first.caller, 'volunteer', first.one, 'at', ARGV[7], 'until', ARGV[5])
redis.call('PEXPIRE', tag .. ':offer:' .. id, ARGV[6])
return { 'offered', first.caller, first.one, unpack(first.read, 1, 3) }
