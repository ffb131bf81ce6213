using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Optimizer.Conformance.Tests.Stores;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Ports;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>
/// Each request of an operation fails in turn, before and after it reached the server. Either the client sends it again and nobody notices, or
/// the caller is told, as an activity is, and does it again: in the end it was done once.
/// </summary>
public sealed class FaultTests : IAsyncLifetime
{
    private static readonly AccessToken Token =
        new("00112233aabb", new string('a', 64), new("ana@example.com", Role.Approver, Seat.ChiefOfStaff, IsHuman: true), Start, null) { LastUsedAt = Start };

    private static readonly KeyedEntry[] Entries =
    [
        .. Enumerable.Range(1, 20).Select(number => Extended(number, "pricing", "pricing-1")),
        Read(21) with { Entry = Read(21).Entry with { Cause = new string('x', 40_000) } },
    ];

    private readonly List<TableClient> _tables = [];
    private BlobContainerClient? _container;

    public async Task InitializeAsync() => _container = Azurite.SkipReason is null ? await Azurite.ContainerAsync() : null;

    public async Task DisposeAsync()
    {
        foreach (var table in _tables)
        {
            await table.DeleteAsync();
        }

        if (_container is not null)
        {
            await _container.DeleteAsync();
        }
    }

    [AzuriteTheory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [Trait("Req", "S0-067")]
    public Task Append_AnyRequestFails_LeavesOneRecordOfEach(bool reaches, bool isSentAgain) => SweepAsync(
        reaches, isSentAgain, 5, stores => Task.CompletedTask, stores => stores.Audit.AppendAsync(Entries, default), async stores =>
        {
            Assert.Equal(Entries.Length, (await stores.HeadAsync()).Count);
            var keys = new List<string>();
            await foreach (var record in stores.Audit.ReadAsync(new(), default))
            {
                keys.Add(record.Key);
            }

            Assert.Equal(Entries.Select(entry => entry.Key), keys);
            Assert.Empty(await stores.VerifyAsync());
        });

    [AzuriteTheory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [Trait("Req", "S0-054")]
    public Task Start_AnyRequestFails_IsThereOnce(bool reaches, bool isSentAgain) => SweepAsync(
        reaches, isSentAgain, 3, stores => Task.CompletedTask, async stores => Assert.True(await stores.Register.TryStartAsync(Experiment("onboarding-1"), 0, default)), async stores =>
        {
            var page = await stores.Register.ReadAsync("shop.example", "onboarding", Start, default);
            Assert.Equal((1, 1, 1), (page.Version, page.History.OfPlay.Count, page.History.OfSite.Count));
        });

    [AzuriteTheory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public Task End_AnyRequestFails_IsSaidOnce(bool reaches, bool isSentAgain)
    {
        var ended = Experiment("onboarding-1") with { EndedAt = Start.AddDays(3), End = DecisionKind.Revert };
        return SweepAsync(
            reaches, isSentAgain, 2, stores => stores.Register.TryStartAsync(Experiment("onboarding-1"), 0, default), stores => stores.Register.EndAsync(ended, default), async stores =>
            {
                var page = await stores.Register.ReadAsync("shop.example", "onboarding", Start, default);
                Assert.Equal(ended, Assert.Single(page.History.OfPlay));
                Assert.Equal(ended, Assert.Single(page.History.OfSite));
            });
    }

    [AzuriteTheory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public Task Release_AnyRequestFails_LeavesNothing(bool reaches, bool isSentAgain) => SweepAsync(
        reaches, isSentAgain, 3, stores => stores.Register.TryStartAsync(Experiment("onboarding-1"), 0, default), stores => stores.Register.ReleaseAsync(Experiment("onboarding-1"), default), async stores =>
        {
            var page = await stores.Register.ReadAsync("shop.example", "onboarding", Start, default);
            Assert.Equal((2, 0, 0), (page.Version, page.History.OfPlay.Count, page.History.OfSite.Count));
        });

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public Task ChangeToken_AnyRequestIsSentAgain_ChangesOnce(bool reaches) => SweepAsync(
        reaches, isSentAgain: true, 2, stores => stores.Tokens.PutAsync(Token, default),
        stores => stores.Tokens.ChangeAsync(Token.Id, token => token with { LastUsedAt = token.LastUsedAt!.Value.AddHours(1) }, default),
        async stores => Assert.Equal(Start.AddHours(1), (await stores.Tokens.FindAsync(Token.Id, default))!.LastUsedAt));

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public Task AddFirstToken_AnyRequestIsSentAgain_SaysThatItWasAdded(bool reaches) => SweepAsync(
        reaches, isSentAgain: true, 2, stores => Task.CompletedTask, async stores => Assert.True(await stores.Tokens.AddFirstAsync(Token, default)),
        async stores => Assert.Equal([Token], await stores.Tokens.ListAsync(default)));

    [AzuriteTheory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public Task PutOfEveryKind_AnyRequestFails_IsThereOnce(bool reaches, bool isSentAgain)
    {
        var use = new LinkUse("nonce", "onboarding-1/approve", true, null, Start);
        return SweepAsync(reaches, isSentAgain, 8, stores => Task.CompletedTask, async stores =>
        {
            _ = await stores.Plays.PutAsync("onboarding", "name: x", "a.yaml", Start, default);
            await stores.Tokens.PutAsync(Token, default);
            Assert.Equal(use, await stores.Links.UseAsync(use, Start, default));
            await stores.Answers.PutAsync("ana", "k", new("hash", 200, new Dictionary<string, string>(), Encoding.UTF8.GetBytes("yes"), Start), Start, default);
            await stores.Artifacts.WriteAsync("cards/a.md", "a", default);
        }, async stores =>
        {
            Assert.Equal(StoredText.HashOf("name: x"), (await stores.Plays.FindAsync("onboarding", default))!.Hash);
            Assert.Equal([Token], await stores.Tokens.ListAsync(default));
            Assert.Equal(use, await stores.Links.FindAsync("nonce", default));
            Assert.Equal(200, (await stores.Answers.FindAsync("ana", "k", default))!.Status);
            Assert.Equal("a", await stores.Artifacts.ReadAsync("cards/a.md", default));
        });
    }

    private async Task SweepAsync(
        bool reaches, bool isSentAgain, int atLeast, Func<IStores, Task> prepare, Func<IStores, Task> act, Func<IStores, Task> check)
    {
        for (var number = 1; ; number++)
        {
            var table = await Azurite.TableAsync();
            _tables.Add(table);
            await using var whole = new TableStores(table, _container!);
            await prepare(whole);
            var fault = new FailingRequest(number, reaches, isSentAgain ? RequestFault.Cut : RequestFault.Busy);
            await using var stores = new TableStores(Azurite.Table(table.Name, FailingRequest.On(new TableClientOptions(), fault)), Azurite.Container(_container!.Name, FailingRequest.On(new BlobClientOptions(), fault)));
            try
            {
                await act(stores);
                Assert.True(isSentAgain || !fault.HasFailed, $"nobody was told that request {number} failed");
            }
            catch (RequestFailedException told) when (told.Status == 503)
            {
                await act(stores);
            }

            await check(whole);
            if (!fault.HasFailed)
            {
                Assert.True(number > atLeast, $"only {number - 1} requests could fail");
                return;
            }
        }
    }
}
