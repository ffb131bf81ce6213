using System.Text;
using Optimizer.Testing;
using Optimizer.Tests.Connectors.Files;

namespace Optimizer.Tests.Standalone.Commands;

/// <summary>Every kind of file that cannot be judged ends in one line that says where and what would be right.</summary>
public class EvaluateFaultTests
{
    [Theory]
    [InlineData("v,x\na,1\nb,0\n", ":1: column 'm': there is no such column; the columns are v, x")]
    [InlineData("x,m\na,1\nb,0\n", ":1: column 'v': there is no such column; the columns are x, m")]
    [InlineData("v,m\nc,1\nb,0\n", ": column 'v': control 'a' does not occur; found 'c', 'b'")]
    [InlineData("v,m\na,1\na,0\n", ": column 'v': only 'a' occurs; control and at least one variant are needed")]
    [InlineData("v,m\na,1\n,0\n", ":3: column 'v': the field is empty; the name of a variant is needed")]
    [InlineData("v,m,n\na,-1,10\nb,2,10\n", ":2: column 'm': -1 is negative; a count is at least 0")]
    [InlineData("v,m,n\na,5,10\nb,2,-3\n", ":3: column 'n': -3 is negative; a count is at least 0")]
    [InlineData("v,m,n\na,5,10\nb,11,10\n", ":3: column 'm': 11 is more than the 10 units in 'n'")]
    [InlineData("v,m,n\na,5,10\nb,2.5,10\n", ":3: column 'm': '2.5' is not a whole number; write digits only")]
    [InlineData("v,m,n\na,5,9000000000000000000\nb,2,10\n", ":2: column 'n': 9000000000000000000 is no count of units; a row has at most a trillion of them")]
    [InlineData("v,m\na,1\nb,NaN\n", ":3: column 'm': 'NaN' is not a finite number; leave the field empty when the value is missing")]
    [InlineData("v,m\na,1\nb,-Infinity\n", ":3: column 'm': '-Infinity' is not a finite number; leave the field empty when the value is missing")]
    [InlineData("v,m\na,1\nb,1e300\n", ":3: column 'm': '1e300' is no amount of anything; sizes from 1e-60 to 1e60, and 0, can be compared")]
    [InlineData("v,m\na,1\nb,-1e-99\n", ":3: column 'm': '-1e-99' is no amount of anything; sizes from 1e-60 to 1e60, and 0, can be compared")]
    [InlineData("v,m\na,1\nb,\n", ":3: column 'm': the field is empty; a value is needed, or say --skip-empty to leave such rows out")]
    [InlineData("v,m\na,1\nb,\"1,5\"\n", ":3: column 'm': '1,5' has a comma; use a point for decimals and nothing between thousands")]
    [InlineData("v;m\na;1\nb;1,5\n", ":3: column 'm': '1,5' has a comma; use a point for decimals and nothing between thousands")]
    [InlineData("v,m\na,1\nb,1,5\n", ":3: expected 2 fields as in the header, found 3; quote values that hold the separator ','")]
    [InlineData("v,m\n", ": the file has a header but no rows")]
    [InlineData("v,m", ": the file has a header but no rows")]
    [InlineData("", ": the file is empty; it needs a first line with column names")]
    [InlineData("\r\n\n", ": the file is empty; it needs a first line with column names")]
    [InlineData("v,m\na,\"1\nb,0\n", ":2: column 'm': the quote opened here is never closed; close it, or write a quote inside a value twice (\"\")")]
    [InlineData("v,m,m\na,1,1\n", ":1: column 'm': the header has this name twice (columns 2 and 3); give each column its own name")]
    [InlineData("v,m\na,1\nb\0,0\n", ":3: the line holds a NUL byte, so the file is damaged or not text; export it again as UTF-8")]
    public void Evaluate_BadContent_IsRefused(string content, string expected)
    {
        using var file = new WrittenFile(content);

        Assert.Equal(file.Path + expected, Ran.Evaluate(file.Path).Refusal());
        Assert.Equal(file.Path + expected, Ran.Evaluate(file.Path, "--json").Refusal());
    }

    [Theory]
    [InlineData("v,m\na,1\nb,2\n", ":3: column 'm': '2' is neither 0 nor 1; for totals name the column of units with --units, for a mean say --kind mean", "--kind", "proportion")]
    [InlineData("v,m\na,1\nb,0\n", ":2: column 'm': a ratio needs two columns; write the metric as numerator/denominator", "--kind", "ratio")]
    [InlineData("v,m,u\na,5,1\nb,1,1\n", ":3: column 'u': unit '1' stands in two variants; a unit belongs to the one it was assigned to", "--unit", "u")]
    [InlineData("v,m,n\na,,10\nb,,10\n", ": column 'm': none of the 2 rows has a value; name the column that holds the outcomes", "--units", "n")]
    [InlineData("v,m\na,\nb,\n", ": column 'm': none of the 2 rows has a value; name the column that holds the outcomes", "--skip-empty")]
    [InlineData("v,m,n\na,1,2\nb,1, \n", ":3: column 'n': the field is empty; a value is needed, or say --skip-empty to leave such rows out", "--metric", "m/n", "--kind", "ratio")]
    [InlineData("v,m,u\na,5,1\nb,1, \n", ":3: column 'u': the field is empty; the identifier of a unit is needed", "--unit", "u")]
    [InlineData("v,m,u\na,5,9\nb,1,9\n", ":2: column 'u': rows of totals have no unit of their own; leave out --unit, or --units and a metric of two columns", "--unit", "u", "--units", "u")]
    [InlineData("v,m\na,5\nb,6\n", ":1: column 'n': there is no such column; the columns are v, m", "--units", "n")]
    [InlineData("v,m,n\na,5,9\nb,6,9\n", ":2: column 'm': totals of a mean need the variance per unit as well; name its column with --variance", "--units", "n", "--kind", "mean")]
    [InlineData("v,m,s\na,5,9\nb,6,9\n", ":2: column 's': a variance belongs to a count and a mean; name the column of the count with --units", "--variance", "s")]
    [InlineData("v,m,s,n\na,5,9,0\nb,6,9,4\n", ":2: column 'n': 0 units have neither a mean nor a variance; write 0 for both, or leave the row out", "--variance", "s")]
    [InlineData("v,m,s,n\na,5,-9,4\nb,6,9,4\n", ":2: column 's': '-9' is negative; a variance is at least 0", "--variance", "s")]
    [InlineData("v,m,s,n\na,5,9,4\nb,6,9,4\n", ":2: column 's': only a mean has a variance column; leave out --variance, or say --kind mean", "--variance", "s", "--kind", "proportion")]
    [InlineData("v,m,n\na,5,9\nb,6,9\n", ":2: column 'n': a ratio is read from rows of units; leave out --units", "--metric", "m/n", "--units", "n", "--kind", "ratio")]
    [InlineData("d,v,m,n\n2024-01-02,a,5,10\n2024-01-01,a,5,10\n", ":3: column 'd': '2024-01-01' comes before the date of this variant's row above; sort the rows by date", "--date", "d")]
    [InlineData("d,v,m,n\n2024-01-02,a,5,10\n2024-01-02,b,5,10\n2024-01-02,a,5,10\n", ":4: column 'd': '2024-01-02' stands twice for this variant; one row per day and variant is needed", "--date", "d")]
    [InlineData("d,v,m,n\n2014-01-02,a,5,10\n2014-01-03,b,5,10\n2104-01-04,a,5,10\n", ": column 'd': no row between 2014-01-03 and 2104-01-04; at most 366 days may lie between, check the dates", "--date", "d")]
    [InlineData("d,v,m\n2014-01-02,a,1\n2015-01-05,b,0\n", ": column 'd': no row between 2014-01-02 and 2015-01-05; at most 366 days", "--date", "d")]
    [InlineData("d,v,m,n\n2024-01-02,a,5,10\n2024-02-30,a,5,10\n", ":3: column 'd': ", "--date", "d")]
    [InlineData("d,v,m,n\nOct 11,a,5,10\n2024-02-03,a,5,10\n", ":3: column 'd': dates with and without a year are mixed; write all as yyyy-MM-dd", "--date", "d")]
    [InlineData("v,m\na,1\nb,0\n", ":3: column 'v': variant 'b' has no weight; weights are given for a, c", "--weights", "a=0.5,c=0.5")]
    [InlineData("v,m\na,1\nb,0\n", ": column 'v': 'c' has a weight but does not occur; found 'a', 'b'", "--weights", "a=0.4,b=0.4,c=0.2")]
    public void Evaluate_ContentThatDoesNotFitTheOptions_IsRefused(string content, string expected, params string[] options)
    {
        using var file = new WrittenFile(content);

        Assert.StartsWith(file.Path + expected, Ran.Evaluate(file.Path, options).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_MoreThanAHundredVariants_IsRefused()
    {
        using var file = new WrittenFile("v,m\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"a{i},1\n")));

        Assert.Equal($"{file.Path}:102: column 'v': more than 100 different values; a column that names the variant is needed", Ran.Evaluate(file.Path).Refusal());
    }

    [Fact]
    public void Evaluate_MoreLabelsThanAYearHas_IsRefused()
    {
        string[] weekdays = ["Mon", "Tue"];
        string[] months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"];
        var labels = weekdays.SelectMany(weekday => months.SelectMany(month => Enumerable.Range(1, 28).Select(day => $"{weekday}-{month}-{day}")));
        using var file = new WrittenFile("d,v,m\n" + string.Concat(labels.Select(label => $"{label},a,1\n")));

        Assert.Equal($"{file.Path}:368: column 'd': more than 366 different dates without a year; write dates as yyyy-MM-dd", Ran.Evaluate(file.Path, "--date", "d").Refusal());
    }

    [Fact]
    public void Evaluate_LineOfTenMegabytes_IsRefusedWithItsPlace()
    {
        using var file = new WrittenFile("v,m\na,1\nb," + new string('1', 10 << 20) + "\n");

        Assert.Equal($"{file.Path}:3: the record that starts here is longer than 1,048,576 bytes; end each record with a line break", Ran.Evaluate(file.Path).Refusal());
    }

    [Fact]
    public void Evaluate_MixedEncodings_IsRefused()
    {
        using var file = new WrittenFile([.. "v,m\na,1\n"u8, .. Encoding.UTF8.GetBytes("é"), 0xE9, .. ",0\n"u8]);

        Assert.Equal($"{file.Path}:3: byte 0xE9 is not valid UTF-8; the file is damaged or mixes encodings; save it as UTF-8", Ran.Evaluate(file.Path).Refusal());
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Evaluate_TruncatedGzip_IsRefused(double kept)
    {
        var zipped = WrittenFile.Gzip(Encoding.UTF8.GetBytes("v,m\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{"ab"[i % 2]},{i * 7919 % 1000}\n"))));
        using var file = new WrittenFile(zipped[..(int)(kept * zipped.Length)], ".csv.gz");

        Assert.Contains("the gzip data is damaged or cut off", Ran.Evaluate(file.Path).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_BrokenGzip_IsRefused()
    {
        var zipped = WrittenFile.Gzip(Encoding.UTF8.GetBytes("v,m\na,1\nb,0\n"));
        zipped[zipped.Length / 2] ^= 0xFF;
        using var file = new WrittenFile(zipped, ".csv.gz");

        Assert.Contains("the gzip data is damaged or cut off", Ran.Evaluate(file.Path).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Folder_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Assert.Equal($"{folder.FullName}: this is a folder; name a file inside it", Ran.Evaluate(folder.FullName).Refusal());
            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public void Evaluate_NoSuchFile_IsRefused() =>
        Assert.Equal("no/such.csv: there is no such file; check the name and the folder", Ran.Evaluate("no/such.csv").Refusal());

    [UnprivilegedFact]
    public void Evaluate_NoPermission_IsRefused()
    {
        using var file = new WrittenFile("v,m\na,1\nb,0\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file.Path, UnixFileMode.None);
        }

        Assert.Equal($"{file.Path}: no permission to read the file; make it readable for this user", Ran.Evaluate(file.Path).Refusal());
    }
}
