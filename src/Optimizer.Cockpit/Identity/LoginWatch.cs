using System.Net;
using System.Net.Sockets;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Identity;

/// <summary>
/// Counts callers with tokens that are not valid, by address: too many within a minute are told to wait, and the trail has them in
/// aggregate. Nobody with a valid token is ever held up by others who guess.
/// </summary>
internal sealed class LoginWatch(ServedLoop loop)
{
    private const int PerMinute = 30;
    private const int MostAddresses = 1_000;
    private const int FirstTold = 10;
    private const string Others = "others";

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>Notes a failure.</summary>
    /// <returns>Whether the address has to wait.</returns>
    public async Task<bool> FailedAsync(IPAddress? address)
    {
        var now = loop.Clock.GetUtcNow();
        var (from, count, since, waits) = Count(Name(address), now);
        if (IsTold(count))
        {
            await loop.World.Audit.AppendAsync($"logins/{from}/{since.UtcTicks}/{count}", new()
            {
                Actor = "unknown",
                At = now,
                Cause = "logins",
                Event = new LoginsRefused(from, count, since),
                Play = "-",
            }, CancellationToken.None);
        }

        return waits;
    }

    /// <summary>Whoever has one IPv6 address has 2^64 of them: the network is who it is.</summary>
    public static string Name(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(plain)
            ? $"{new IPAddress([.. plain.GetAddressBytes().Take(8), 0, 0, 0, 0, 0, 0, 0, 0])}/64"
            : plain.ToString();
    }

    private (string From, long Count, DateTimeOffset Since, bool Waits) Count(string from, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_tallies.TryGetValue(from, out var tally))
            {
                Forget(now);
                from = _tallies.Count < MostAddresses ? from : Others;
                tally = _tallies.GetValueOrDefault(from) ?? (_tallies[from] = new(now));
            }

            if (now - tally.Since >= Window)
            {
                tally = _tallies[from] = new(now);
            }

            if (now - tally.Minute >= TimeSpan.FromMinutes(1))
            {
                (tally.Minute, tally.InMinute) = (now, 0);
            }

            return (from, ++tally.Count, tally.Since, ++tally.InMinute > PerMinute);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        if (_tallies.Count >= MostAddresses)
        {
            foreach (var name in _tallies.Where(pair => now - pair.Value.Since >= Window).Select(pair => pair.Key).ToList())
            {
                _ = _tallies.Remove(name);
            }
        }
    }

    private static bool IsTold(long count)
    {
        while (count > FirstTold && count % 10 == 0)
        {
            count /= 10;
        }

        return count == FirstTold;
    }

    private sealed class Tally(DateTimeOffset now)
    {
        public DateTimeOffset Since { get; } = now;

        public long Count { get; set; }

        public DateTimeOffset Minute { get; set; } = now;

        public int InMinute { get; set; }
    }
}
