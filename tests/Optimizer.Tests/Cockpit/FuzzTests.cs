using System.Globalization;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Cockpit;

/// <summary>Whatever is sent over the wire: no 500, nothing written without a token, the trail still holds. OPTIMIZER_FUZZ=100000 makes it the long run.</summary>
public sealed class FuzzTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int PlainRun = 3_000;

    [Fact]
    public async Task Requests_OfAnyKind_AreAnsweredAndBreakNothing()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("OPTIMIZER_FUZZ") ?? $"{PlainRun}", CultureInfo.InvariantCulture);
        await using var kit = await ApiKit.OpenAsync(
            new() { Change = Fixtures.Market(Fixtures.Drop, 0) },
            new() { ReadsAtOnce = 1_000, StrangerBurst = int.MaxValue, StrangersPerSecond = int.MaxValue, WriteBurst = int.MaxValue, WritesPerSecond = int.MaxValue },
            _ => { });
        await kit.Loop.RunAsync(3);
        var tokens = new List<string?> { null };
        foreach (var role in Enum.GetValues<Role>())
        {
            tokens.Add(await kit.TokenAsync(role));
        }

        var fuzz = new RequestFuzz(20260105);
        var statuses = new SortedDictionary<int, int>();
        var raw = await RawConnection.OpenAsync(kit.Port);
        for (var number = 0; number < count; number++)
        {
            var token = tokens[number % tokens.Count];
            var before = kit.Loop.Loop.Records.Head().Count;
            var (bytes, line) = fuzz.Next(token);
            var (what, isHead) = ($"{number}: {line}", line.StartsWith("HEAD ", StringComparison.Ordinal));
            var answer = await SendAsync(raw, bytes, isHead);
            if (answer is null)
            {
                // The server may close after any answer, as after one to a body that it did not read; a request of its own it must answer.
                await raw.DisposeAsync();
                raw = await RawConnection.OpenAsync(kit.Port);
                answer = await SendAsync(raw, bytes, isHead);
            }

            Assert.True(answer is not null, $"{what} was not answered");
            statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
            Assert.True(answer.Status < 500, $"{what} was answered {answer.Status}: {answer.Text}");

            // What the server itself cannot read never reaches our code, and ends the connection.
            var isUnreadable = answer is { Status: 400 or 405 or 414 or 431, Text: "", Closes: true };
            if (answer.Status >= 400 && !isUnreadable)
            {
                Assert.True(answer.IsProblem || isHead || line.Contains("/a/", StringComparison.Ordinal), $"{what} was answered {answer.Status} without a problem");
            }

            if (token is null)
            {
                // Plays go on meanwhile with what they were told before.
                await foreach (var record in kit.Loop.Loop.Records.Audit.ReadAsync(new() { AfterSequence = before }, default))
                {
                    Assert.True(record.Entry.Actor == "loop", $"{what} wrote without a token: {record.Entry}");
                }
            }

            if (answer.Closes)
            {
                await raw.DisposeAsync();
                raw = await RawConnection.OpenAsync(kit.Port);
            }
        }

        await raw.DisposeAsync();
        output.WriteLine(string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.Empty(kit.Loop.Loop.Records.Verify());
        await using var last = await RawConnection.OpenAsync(kit.Port);
        await last.SendAsync($"GET /api/plays/onboarding HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {await kit.TokenAsync(Role.Viewer)}\r\n\r\n");
        Assert.Equal(200, (await last.ReadAsync())!.Status);
        await last.SendAsync("GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(200, (await last.ReadAsync())!.Status);
    }

    // A server that refuses a large body answers before it has read it, and may close while it is still being sent.
    private static async Task<RawAnswer?> SendAsync(RawConnection raw, byte[] bytes, bool isHead)
    {
        try
        {
            await raw.SendAsync(bytes);
        }
        catch (IOException)
        {
        }

        return await raw.ReadAsync(isHead);
    }
}
