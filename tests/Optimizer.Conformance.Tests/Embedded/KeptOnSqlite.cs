using Optimizer.Conformance.Tests.Stores;
using Optimizer.Embedded.Records;
using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>The suites of what Optimizer keeps in a vendor's place, and of notices, on SQLite.</summary>
public static class KeptOnSqlite
{
    public sealed class Channel : ChannelLaws, IDisposable
    {
        private readonly RecordStore _store = RecordStore.Open(null, new());

        public void Dispose() => _store.Dispose();

        protected override IVariableChannel Open() => _store.Channel;
    }

    public sealed class Flags : FlagStretchLaws, IDisposable
    {
        private readonly RecordStore _store = RecordStore.Open(null, new());

        protected override IFlagStretches Stretches => _store.Stretches;

        public void Dispose() => _store.Dispose();

        protected override IFeatureFlags Open() => _store.Flags;
    }

    public sealed class PlayNotes : PlayNoteLaws, IDisposable
    {
        private readonly RecordStore _store = RecordStore.Open(null, new());

        protected override IPlayNotes Notes => _store.Notes;

        public void Dispose() => _store.Dispose();

        protected override ICampaignRecord Open() => _store.Campaign;
    }

    public sealed class PlayTasks : TaskLaws, IDisposable
    {
        private readonly RecordStore _store = RecordStore.Open(null, new());

        protected override IPlayTasks Tasks => _store.Tasks;

        public void Dispose() => _store.Dispose();

        protected override IIssueTracker Open() => _store.Issues;
    }

    public sealed class Notices : NoticeLaws, IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-notices").FullName;
        private readonly List<RecordStore> _open = [];

        public void Dispose()
        {
            _open.ForEach(store => store.Dispose());
            Directory.Delete(_folder, recursive: true);
        }

        protected override Task<INoticeStore> OpenAsync()
        {
            _open.Add(RecordStore.Open(Path.Combine(_folder, RecordOptions.FileName), new() { Durable = false }));
            return Task.FromResult(_open[^1].Told);
        }
    }
}
