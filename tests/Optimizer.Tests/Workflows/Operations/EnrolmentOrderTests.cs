using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Workflows.Operations;

/// <summary>A process that dies within an enrolment.</summary>
public sealed class EnrolmentOrderTests
{
    [Fact]
    public async Task EnrolAsync_DiesWhereTheTrailIsWritten_PutsNothingInForce()
    {
        await using var kit = await LoopKit.OpenAsync();
        var dying = new Enrolment(kit.Loop.World with { Audit = new DyingTrail() });
        await Assert.ThrowsAsync<IOException>(() => dying.EnrolAsync(LoopKit.Document(PlayText.Of("pricing")), "body", "ana@example.com", LoopKit.Monday, default));
        Assert.Null(await kit.Loop.World.Plays.FindAsync("pricing", default));
    }

    [Fact]
    public async Task EnrolAsync_DiesWhereTheDefinitionIsPut_IsToldAndMayBeSaidAgain()
    {
        await using var kit = await LoopKit.OpenAsync();
        var (world, document) = (kit.Loop.World, LoopKit.Document(PlayText.Of("pricing")));
        await Assert.ThrowsAsync<IOException>(() => new Enrolment(world with { Plays = new DyingStore(world.Plays) })
            .EnrolAsync(document, "body", "ana@example.com", LoopKit.Monday, default));
        Assert.Single(await kit.EventsAsync<OrderGiven>("pricing"));

        // In the same moment it is the same order.
        var again = await new Enrolment(world).EnrolAsync(document, "body", "ana@example.com", LoopKit.Monday, default);
        Assert.True(again.IsStarted);
        Assert.Single(await kit.EventsAsync<OrderGiven>("pricing"));
    }

    private sealed class DyingTrail : IAuditTrail
    {
        public Task<IReadOnlyList<AuditRecord>> AppendAsync(IReadOnlyList<KeyedEntry> entries, CancellationToken cancellationToken) => throw new IOException("gone");

        public IAsyncEnumerable<AuditRecord> ReadAsync(AuditQuery query, CancellationToken cancellationToken) => throw new IOException("gone");
    }

    private sealed class DyingStore(IPlayStore store) : IPlayStore
    {
        public Task<StoredText?> FindAsync(string name, CancellationToken cancellationToken) => store.FindAsync(name, cancellationToken);

        public Task<StoredText?> FindVersionAsync(string name, string hash, CancellationToken cancellationToken) => store.FindVersionAsync(name, hash, cancellationToken);

        public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

        public Task<StoredText> PutAsync(string name, string text, string file, DateTimeOffset at, CancellationToken cancellationToken) => throw new IOException("gone");
    }
}
