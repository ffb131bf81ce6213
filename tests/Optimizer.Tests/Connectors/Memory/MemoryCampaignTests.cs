using Optimizer.Conformance.Tests.Stores;
using Optimizer.Connectors.Memory;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Memory;

public class MemoryCampaignTests : NoteLaws
{
    protected override ICampaignRecord Open() => new MemoryCampaignRecord();

    protected override Task<IReadOnlyList<string>> NotesAsync(ICampaignRecord record) =>
        Task.FromResult<IReadOnlyList<string>>([.. ((MemoryCampaignRecord)record).Notes.Select(note => $"{note.Play} {note.Title} {note.Text}")]);
}
