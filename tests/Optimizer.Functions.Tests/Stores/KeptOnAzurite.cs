using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Optimizer.Conformance.Tests.Stores;
using Optimizer.Functions.Blobs;
using Optimizer.Functions.Tables;
using Optimizer.Functions.Tables.Kept;
using Optimizer.Functions.Tables.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>The suites of what Optimizer keeps in a vendor's place, and of notices, on tables.</summary>
[NeedsSetting(Azurite.Variable, Azurite.Meaning)]
public static class KeptOnAzurite
{
    /// <summary>A table of its own, and stores of other processes on it.</summary>
    internal sealed class Rows
    {
        private readonly Lazy<Task<TableClient>> _table = new(() => Azurite.TableAsync());
        private readonly Lazy<Task<BlobContainerClient>> _container = new(Azurite.ContainerAsync);

        public async Task<RowTable> OpenAsync(FailingRequest? failing = null) => new(
            Azurite.Table((await _table.Value).Name, FailingRequest.On(new TableClientOptions(), failing)),
            new LargeTexts(Azurite.Container((await _container.Value).Name, FailingRequest.On(new BlobClientOptions(), failing))));

        public async Task RemoveAsync()
        {
            await (await _table.Value).DeleteAsync();
            await (await _container.Value).DeleteAsync();
        }
    }

    public sealed class Channel : ChannelLaws, IAsyncLifetime
    {
        private readonly Rows _rows = new();
        private TableChannel? _channel;

        public async Task InitializeAsync() => _channel = new(await _rows.OpenAsync(), TimeProvider.System, null);

        public Task DisposeAsync() => _rows.RemoveAsync();

        protected override IVariableChannel Open() => _channel!;
    }

    public sealed class Flags : FlagStretchLaws, IAsyncLifetime
    {
        private readonly Rows _rows = new();
        private TableFlags? _flags;

        protected override IFlagStretches Stretches => _flags!;

        public async Task InitializeAsync() => _flags = new(await _rows.OpenAsync(), TimeProvider.System);

        public Task DisposeAsync() => _rows.RemoveAsync();

        protected override IFeatureFlags Open() => _flags!;
    }

    public sealed class PlayNotes : PlayNoteLaws, IAsyncLifetime
    {
        private readonly Rows _rows = new();
        private TableCampaignRecord? _record;

        protected override IPlayNotes Notes => _record!;

        public async Task InitializeAsync() => _record = new(await _rows.OpenAsync(), TimeProvider.System);

        public Task DisposeAsync() => _rows.RemoveAsync();

        protected override ICampaignRecord Open() => _record!;
    }

    public sealed class PlayTasks : TaskLaws, IAsyncLifetime
    {
        private readonly Rows _rows = new();
        private TableIssueTracker? _tracker;

        protected override IPlayTasks Tasks => _tracker!;

        public async Task InitializeAsync() => _tracker = new(await _rows.OpenAsync(), TimeProvider.System);

        public Task DisposeAsync() => _rows.RemoveAsync();

        protected override IIssueTracker Open() => _tracker!;
    }

    public sealed class Notices : NoticeLaws, IAsyncLifetime
    {
        private readonly Rows _rows = new();

        public Task InitializeAsync() => Task.CompletedTask;

        public Task DisposeAsync() => _rows.RemoveAsync();

        protected override async Task<INoticeStore> OpenAsync() => new TableNoticeStore(await _rows.OpenAsync(), TimeProvider.System);
    }
}
