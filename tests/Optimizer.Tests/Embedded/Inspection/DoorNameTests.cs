using Optimizer.Embedded.Inspection.Door;

namespace Optimizer.Tests.Embedded.Inspection;

public sealed class DoorNameTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-door-").FullName;

    [Fact]
    public void Of_OneFile_IsOneNameHoweverItIsWritten()
    {
        var real = Directory.CreateDirectory(Path.Combine(_folder, "real")).FullName;
        var link = Path.Combine(_folder, "link");
        Directory.CreateSymbolicLink(link, real);
        var file = Path.Combine(real, "engine.db");
        var name = DoorName.Of(file);

        Assert.Equal(name, DoorName.Of(Path.Combine(real, "..", "real", "engine.db")));
        Assert.Equal(name, DoorName.Of(Path.Combine(link, "engine.db")));
        Assert.Equal(name, DoorName.Of(Path.GetRelativePath(Environment.CurrentDirectory, file)));
        Assert.NotEqual(name, DoorName.Of(Path.Combine(_folder, "engine.db")));
    }

    [Fact]
    public void Of_LongPath_IsShort() => Assert.Equal(41, DoorName.Of(Path.Combine(_folder, new string('x', 200))).Length);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
