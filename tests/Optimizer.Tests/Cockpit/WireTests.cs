using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit;

/// <summary>Callers that do not speak HTTP as it should be spoken, on the real server.</summary>
public sealed class WireTests
{
    private const string Host = "Host: localhost\r\n";

    [Fact]
    public async Task SlowHeader_IsCutOff()
    {
        // The limit of the product is 10 s; the server looks once a second.
        await using var kit = await ApiKit.OpenAsync(listens: kestrel => kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1));
        await using var raw = await RawConnection.OpenAsync(kit.Port);
        await raw.SendAsync("GET /health/live HTTP/1.1\r\nHost: loc");
        var answer = await raw.ReadAsync();
        Assert.True(answer is null or { Status: 408 }, $"{answer}");
        Assert.Null(await raw.ReadAsync());
        await AliveAsync(kit);
    }

    [Fact]
    public async Task SlowBody_IsCutOff()
    {
        await using var kit = await ApiKit.OpenAsync(listens: kestrel => kestrel.Limits.MinRequestBodyDataRate = new(120, TimeSpan.FromSeconds(1.1)));
        var before = kit.Loop.Loop.Records.Head().Count;
        await using var raw = await RawConnection.OpenAsync(kit.Port);
        await raw.SendAsync($"POST /api/freeze HTTP/1.1\r\n{Host}{await BearerAsync(kit, Role.Operator)}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{");
        var answer = (await raw.ReadAsync())!;
        Assert.Equal((408, true), (answer.Status, answer.Closes));
        Assert.Contains("too_slow", answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, kit.Loop.Loop.Records.Head().Count);
        await AliveAsync(kit);
    }

    [Theory]
    [InlineData("GE")]
    [InlineData("POST /api/freeze HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"why\"")]
    [InlineData("POST /api/freeze HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"wh")]
    public async Task HalfRequest_ThenGone_LeavesNothing(string half)
    {
        await using var kit = await ApiKit.OpenAsync(listens: _ => { });
        var before = kit.Loop.Loop.Records.Head().Count;
        await using (var raw = await RawConnection.OpenAsync(kit.Port))
        {
            await raw.SendAsync(half.Replace("Host: localhost\r\n", Host + await BearerAsync(kit, Role.Operator), StringComparison.Ordinal));
            raw.EndSending();
            Assert.True(await raw.ReadAsync() is null or { Status: >= 400 and < 500 });
        }

        await AliveAsync(kit);
        Assert.Equal(before, kit.Loop.Loop.Records.Head().Count);
        Assert.Null(await kit.Served.Freeze.ReadAsync(default));
    }

    [Fact]
    public async Task HugeHeaders_AreRefused()
    {
        await using var kit = await ApiKit.OpenAsync(listens: _ => { });
        var many = string.Concat(Enumerable.Range(0, 100).Select(number => $"X-{number}: 1\r\n"));
        foreach (var (request, status) in new[]
        {
            ($"GET /health/live HTTP/1.1\r\n{Host}X: {new string('a', 20_000)}\r\n\r\n", 431),
            ($"GET /health/live HTTP/1.1\r\n{Host}{many}\r\n", 431),
            ($"GET /{new string('a', 6_000)} HTTP/1.1\r\n{Host}\r\n", 414),
        })
        {
            await using var raw = await RawConnection.OpenAsync(kit.Port);
            await raw.SendAsync(request);
            Assert.Equal(status, (await raw.ReadAsync())!.Status);
        }

        await AliveAsync(kit);
    }

    [Theory]
    [InlineData("zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("-1\r\n{}\r\n0\r\n\r\n")]
    [InlineData("ffffffffffffffff\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}xx0\r\n\r\n")]
    public async Task GarbledChunks_AreRefused(string chunks)
    {
        await using var kit = await ApiKit.OpenAsync(listens: _ => { });
        var before = kit.Loop.Loop.Records.Head().Count;
        await using var raw = await RawConnection.OpenAsync(kit.Port);
        await raw.SendAsync($"POST /api/freeze HTTP/1.1\r\n{Host}{await BearerAsync(kit, Role.Operator)}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}");
        var answer = (await raw.ReadAsync())!;
        Assert.Equal((400, true), (answer.Status, answer.IsProblem));
        Assert.Null(await raw.ReadAsync());
        Assert.Equal(before, kit.Loop.Loop.Records.Head().Count);
    }

    /// <summary>A proxy before the server may read the other of two lengths: the rest would be taken as somebody else's request.</summary>
    [Theory]
    [InlineData("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")]
    [InlineData("Content-Length: 2\r\nContent-Length: 60\r\n", "{}")]
    [InlineData("Content-Length: 2, 60\r\n", "{}")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n", "0\r\n\r\n")]
    [InlineData("Content-Length : 2\r\n", "{}")]
    public async Task Smuggled_SecondRequest_IsNotCarriedOut(string lengths, string body)
    {
        await using var kit = await ApiKit.OpenAsync(listens: _ => { });
        var bearer = await BearerAsync(kit, Role.Operator);
        await using var raw = await RawConnection.OpenAsync(kit.Port);
        await raw.SendAsync(
            $"POST /api/plays/onboarding/tick HTTP/1.1\r\n{Host}{bearer}Content-Type: application/json\r\n{lengths}\r\n{body}"
            + $"POST /api/freeze HTTP/1.1\r\n{Host}{bearer}Content-Type: application/json\r\nContent-Length: 11\r\n\r\n{{\"why\":\"x\"}}");
        var answer = (await raw.ReadAsync())!;
        Assert.InRange(answer.Status, 400, 499);
        Assert.Null(await raw.ReadAsync());
        Assert.Null(await kit.Served.Freeze.ReadAsync(default));
        await AliveAsync(kit);
    }

    [Fact]
    public async Task Pipelined_AreAnsweredInOrder()
    {
        await using var kit = await ApiKit.OpenAsync(listens: _ => { });
        var bearer = await BearerAsync(kit, Role.Operator);
        await using var raw = await RawConnection.OpenAsync(kit.Port);
        await raw.SendAsync(
            $"GET /health/live HTTP/1.1\r\n{Host}\r\n"
            + $"POST /api/freeze HTTP/1.1\r\n{Host}{bearer}Content-Type: application/json\r\nContent-Length: 11\r\n\r\n{{\"why\":\"x\"}}"
            + $"GET /api/plays/onboarding HTTP/1.1\r\n{Host}{bearer}\r\n"
            + $"GET /nothing HTTP/1.1\r\n{Host}\r\n");
        Assert.Contains("live", (await raw.ReadAsync())!.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await raw.ReadAsync())!.Status);
        Assert.Contains("\"isFrozen\":true", (await raw.ReadAsync())!.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await raw.ReadAsync())!.Status);
    }

    [Fact]
    public async Task BodyOf100Megabytes_IsRefusedBeforeItIsRead()
    {
        await using var kit = await ApiKit.OpenAsync(listens: _ => { });
        await using var raw = await RawConnection.OpenAsync(kit.Port);
        await raw.SendAsync($"POST /api/events HTTP/1.1\r\n{Host}{await BearerAsync(kit, Role.Operator)}Content-Type: application/json\r\nContent-Length: 104857600\r\n\r\n[");
        var answer = (await raw.ReadAsync())!;
        Assert.Equal((413, true), (answer.Status, answer.IsProblem));
        await AliveAsync(kit);
    }

    private static async Task<string> BearerAsync(ApiKit kit, Role role) => $"Authorization: Bearer {await kit.TokenAsync(role)}\r\n";

    private static async Task AliveAsync(ApiKit kit)
    {
        await using var raw = await RawConnection.OpenAsync(kit.Port);
        await raw.SendAsync($"GET /health/ready HTTP/1.1\r\n{Host}\r\n");
        Assert.Equal(200, (await raw.ReadAsync())!.Status);
    }
}
