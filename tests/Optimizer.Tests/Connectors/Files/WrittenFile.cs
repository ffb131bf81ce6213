using System.IO.Compression;
using System.Text;
using Optimizer.Connectors.Files;

namespace Optimizer.Tests.Connectors.Files;

/// <summary>A file of the test's own, gone when the test is.</summary>
internal sealed class WrittenFile : IDisposable
{
    public WrittenFile(byte[] content, string extension = ".csv")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + extension);
        File.WriteAllBytes(Path, content);
    }

    public WrittenFile(string content, string extension = ".csv")
        : this(Encoding.UTF8.GetBytes(content), extension)
    {
    }

    public string Path { get; }

    public static byte[] Gzip(byte[] content)
    {
        using var stored = new MemoryStream();
        using (var zip = new GZipStream(stored, CompressionLevel.Fastest))
        {
            zip.Write(content);
        }

        return stored.ToArray();
    }

    /// <summary>Header and rows as strings.</summary>
    public List<string[]> ReadAll(DelimitedOptions? options = null)
    {
        using var reader = DelimitedFile.Open(Path, options);
        var table = new List<string[]> { reader.Header.ToArray() };
        while (reader.Read())
        {
            table.Add(Record(reader));
        }

        return table;
    }

    public FileFaultException Fault(DelimitedOptions? options = null) => Assert.Throws<FileFaultException>(() => ReadAll(options));

    public static string[] Record(DelimitedReader reader)
    {
        var values = new string[reader.FieldCount];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Encoding.UTF8.GetString(reader[i]);
        }

        return values;
    }

    public void Dispose() => File.Delete(Path);
}
